import type { Identity } from './identity';

export const LOCALES = ['en', 'fr'] as const;
export type Locale = (typeof LOCALES)[number];

export interface Customer {
  id: number;
  code: string;
  name: string;
  /** The coordinators' Slack channel. */
  channel: string | undefined;
  /** Slack's error code for an unreachable channel; undefined while it works. */
  channelError: string | undefined;
  /** IANA name; defines the customer's days. */
  timezone: string;
  locale: Locale;
  /** Offered nowhere; all data stays. */
  archived: boolean;
}

/** A customer with the fields that only sales edit. */
export interface CustomerAccount extends Customer {
  /** Only sales see these. */
  notes: string;
  /** The name of a channel to create; undefined when none is pending. */
  newChannel: string | undefined;
  /** Chose the channel or asked for its creation; undefined after an import. */
  channelBy: Identity | undefined;
  /** Increments with every change; for optimistic concurrency. */
  version: number;
}

/** The supported language that matches the tag, such as `fr` for `fr-CA`. */
export function toLocale(tag: string | undefined): Locale | undefined {
  const language = tag?.toLowerCase().split(/[-_]/)[0];
  return LOCALES.find((locale) => locale === language);
}

/** Each language's own name. */
export const LANGUAGES: Record<Locale, string> = { en: 'English', fr: 'Français' };
