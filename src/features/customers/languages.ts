import type { Locale } from '../../core/customer';

/** Each language's own name. */
export const LANGUAGES: Record<Locale, string> = { en: 'English', fr: 'Français' };
