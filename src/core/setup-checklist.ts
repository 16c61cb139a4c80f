/** Without them nothing can be sold, in the order in which one begins with them. */
export const SETUP_STEPS = ['courses', 'products', 'customers'] as const;
export type SetupStep = (typeof SETUP_STEPS)[number];
