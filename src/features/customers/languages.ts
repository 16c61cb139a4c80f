import type { Locale } from '../../core/customer';

/** Each in its own words. */
export const LANGUAGES: Record<Locale, string> = { en: 'English', fr: 'Français' };
