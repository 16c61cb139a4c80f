import type { Identity } from './identity';

export const LOCALES = ['en', 'fr'] as const;
export type Locale = (typeof LOCALES)[number];

export interface Customer {
  id: number;
  code: string;
  name: string;
  /** The Slack channel where its coordinators are. */
  channel: string | undefined;
  /** What Slack said when the channel could not be reached; undefined while all is well. */
  channelError: string | undefined;
  /** IANA name; a customer's day begins and ends here. */
  timezone: string;
  locale: Locale;
  /** Keeps everything, and is offered nowhere. */
  archived: boolean;
}

/** Everything that sales keep of a customer. */
export interface CustomerAccount extends Customer {
  /** For sales alone. */
  notes: string;
  /** The name of a channel that is to be made; undefined when there is one, or none is wanted. */
  newChannel: string | undefined;
  /** Whoever chose the channel, or had it made; undefined when that was an import. */
  channelBy: Identity | undefined;
  /** Grows with every change. */
  version: number;
}

/** The first of the languages we speak that fits, such as `fr` for `fr-CA`. */
export function toLocale(tag: string | undefined): Locale | undefined {
  const language = tag?.toLowerCase().split(/[-_]/)[0];
  return LOCALES.find((locale) => locale === language);
}

/** Each in its own words. */
export const LANGUAGES: Record<Locale, string> = { en: 'English', fr: 'Français' };
