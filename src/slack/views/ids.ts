// Names that other programs drive the product by: they stay.

export const OPEN_GENERATE = 'open_generate';
export const OPEN_LIST = 'open_list';
export const OPEN_ASSIGN = 'open_assign';
export const ASSIGN_FROM_POOL = 'assign_from_pool';
export const OPEN_POOL = 'open_pool';
export const NEXT_PAGE = 'next_page';
export const PREVIOUS_PAGE = 'previous_page';
export const CANCEL_ORDER = 'cancel_order';
export const ASK_FOR_SEATS = 'ask_for_seats';
export const OPEN_REMINDERS = 'open_reminders';
export const OPEN_SNOOZE = 'open_snooze';
export const REMIND_WEEKLY = 'remind_weekly';
export const RESUME_REMINDERS = 'resume_reminders';
export const TEST_REMINDER = 'test_reminder';
export const DECLINE_REQUEST = 'decline_request';
export const GENERATE_SEATS = 'generate_seats';
export const LIST_SEATS = 'list_seats';
export const POOL_SEATS = 'pool_seats';
export const ASSIGN_SEAT = 'assign_seat';
export const REMINDER_SETTINGS = 'reminder_settings';
export const SNOOZE_REMINDERS = 'snooze_reminders';

/** Option values that stand for no choice, and for a trainee yet to be entered. */
export const ALL = 'all';
export const AUTOMATIC = 'auto';
export const NEW = 'new';
export const NO_COUNTRY = 'none';

/** Turns the page of the Home. */
export const HOME_PAGE = 'home_page';
