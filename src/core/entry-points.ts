// Buttons that earlier features show and later features handle. `routesOf` throws if a handler is missing.

export const OPEN_GENERATE = 'open_generate';
export const OPEN_LIST = 'open_list';
export const OPEN_ASSIGN = 'open_assign';
export const ASSIGN_FROM_POOL = 'assign_from_pool';
export const ASK_FOR_SEATS = 'ask_for_seats';
export const OPEN_REMINDERS = 'open_reminders';
export const OPEN_IMPORT = 'open_import';
export const OPEN_EXPORT = 'open_export';
export const OPEN_COORDINATORS = 'open_coordinators';
export const OPEN_POOL = 'open_pool';
export const OPEN_SEAT = 'open_seat';
export const OPEN_ASSIGNED = 'open_assigned';
