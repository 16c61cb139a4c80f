export const HOMES_CHANGED = 'homes.changed';
export const HOME_REFRESH = 'home.refresh';

/** Kinds that refresh Homes. They are not messages, so Homes do not count them. */
export const HOME_KINDS: readonly string[] = [HOMES_CHANGED, HOME_REFRESH];
