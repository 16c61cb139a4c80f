/** A sale needs one of each; in set-up order. */
export const SETUP_STEPS = ['courses', 'products', 'customers'] as const;
export type SetupStep = (typeof SETUP_STEPS)[number];
