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

/** Turn a page of the Home: of one's own customers, and of all by seats left. */
export const HOME_PAGE = 'home_page';
export const HOME_STOCK = 'home_stock';
export const OPEN_PRODUCTS = 'open_products';
export const OPEN_PRODUCT = 'open_product';
export const NEW_PRODUCT = 'new_product';
export const EDIT_PRODUCT = 'edit_product';
export const ARCHIVE_PRODUCT = 'archive_product';
export const RESTORE_PRODUCT = 'restore_product';
export const CHECK_PRODUCT = 'check_product';
export const COPY_PARAMETERS = 'copy_parameters';
export const PASTE_PARAMETERS = 'paste_parameters';
export const PRODUCTS = 'products';
export const PRODUCT_CARD = 'product_card';
export const PRODUCT_FORM = 'product_form';
/** No course: what no short name can be. */
export const NO_COURSE = '\\';
// Courses, and files of courses, customers and coordinators.

export const OPEN_COURSES = 'open_courses';
export const LIST_COURSES = 'list_courses';
export const OPEN_ADD_COURSE = 'open_add_course';
export const ADD_COURSE = 'add_course';
export const OPEN_COURSE = 'open_course';
export const HIDE_COURSE = 'hide_course';
export const OPEN_IMPORT = 'open_import';
export const IMPORT_FILE = 'import_file';
export const OPEN_PREVIEW = 'open_preview';
export const IMPORT_PREVIEW = 'import_preview';
export const CANCEL_IMPORT = 'cancel_import';
export const OPEN_EXPORT = 'open_export';
export const EXPORT_FILE = 'export_file';
// Coordinators.

export const OPEN_COORDINATORS = 'open_coordinators';
export const COORDINATORS = 'coordinators';
export const ADD_COORDINATOR = 'add_coordinator';
export const CHANGE_COORDINATOR = 'change_coordinator';
export const REMOVE_COORDINATOR = 'remove_coordinator';
export const INVITE_COORDINATOR = 'invite_coordinator';
export const ACCEPT_INVITATION = 'accept_invitation';
export const WITHDRAW_INVITATION = 'withdraw_invitation';
export const OPEN_AWAY = 'open_away';
export const SET_AWAY = 'set_away';
export const END_AWAY = 'end_away';
export const ASK_FOR_ACCESS = 'ask_for_access';
export const APPROVE_ACCESS = 'approve_access';
export const DECLINE_ACCESS = 'decline_access';
export const OPEN_ROLES = 'open_roles';
export const OPEN_GIVE_ROLE = 'open_give_role';
export const TAKE_BACK_ROLE = 'take_back_role';
export const ROLES = 'roles';
export const GIVE_ROLE = 'give_role';
export const OPEN_CUSTOMERS = 'open_customers';
export const OPEN_CUSTOMER = 'open_customer';
export const NEW_CUSTOMER = 'new_customer';
export const EDIT_CUSTOMER = 'edit_customer';
export const ARCHIVE_CUSTOMER = 'archive_customer';
export const RESTORE_CUSTOMER = 'restore_customer';
export const MEND_CHANNEL = 'mend_channel';
export const CUSTOMERS = 'customers';
export const CUSTOMER_CARD = 'customer_card';
export const CUSTOMER_FORM = 'customer_form';

export const OPEN_SEAT = 'open_seat';
export const SEAT_CARD = 'seat_assigned';
export const RETRY_ENROLMENT = 'retry_enrolment';
export const RELEASE_SEAT = 'release_seat';
export const OPEN_CHANGE = 'open_change';
export const CHANGE_SEAT = 'change_seat';
export const REFRESH_COURSES = 'refresh_courses';
export const OPEN_FAILED = 'open_failed';
export const OPEN_ASSIGNED = 'open_assigned';
export const ASSIGNED_SEATS = 'assigned_seats';
