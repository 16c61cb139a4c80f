export const HOMES_CHANGED = 'homes.changed';
export const HOME_REFRESH = 'home.refresh';

/** What shows people their Home: no message, and nothing that a Home tells of. */
export const HOME_KINDS: readonly string[] = [HOMES_CHANGED, HOME_REFRESH];
