/** Where a page tells more than it needs to, it says “more than” beyond this, which bounds what is counted. */
export const MAX_COUNTED = 10_000;
