import { LOCALES, type Locale } from '../../core/customer';
import type { Refusal } from '../../core/errors';
import { foldKey, oneLine, searchKey } from '../../core/text';
import { isTimezone } from '../../core/time';

export const MAX_CUSTOMER_NAME_LENGTH = 200;
export const MAX_CODE_LENGTH = 64;
export const MAX_NOTES_LENGTH = 1_000;
/** Slack's own limit. */
export const MAX_CHANNEL_NAME_LENGTH = 80;

/** Raw, untrusted form input. */
export interface CustomerForm {
  name: string | undefined;
  /** Id of an existing channel. */
  channel: string | undefined;
  /** Name of a channel to create. */
  newChannel: string | undefined;
  timezone: string | undefined;
  locale: string | undefined;
  notes: string | undefined;
}

export interface CustomerInput {
  name: string;
  channel: string | undefined;
  newChannel: string | undefined;
  timezone: string;
  locale: Locale;
  notes: string;
}

/** Returns the parsed input and every refusal; the input is valid only when there are no refusals. */
export function readCustomerForm(form: CustomerForm): { input: CustomerInput; refusals: Refusal[] } {
  const input: CustomerInput = {
    name: oneLine(form.name ?? ''),
    channel: form.channel,
    newChannel: form.newChannel?.trim().replace(/^#/, '') || undefined,
    timezone: form.timezone ?? '',
    locale: LOCALES.find((one) => one === form.locale) ?? 'en',
    notes: form.notes?.trim() ?? '',
  };
  const refusals: Refusal[] = [];
  const { name, channel, newChannel, timezone, notes } = input;
  if (!name) refusals.push({ code: 'name.missing', field: 'name' });
  refusals.push(...tooLong('name', name, MAX_CUSTOMER_NAME_LENGTH), ...tooLong('notes', notes, MAX_NOTES_LENGTH));
  if (channel !== undefined && !/^[CG][A-Z0-9]{2,30}$/.test(channel)) {
    refusals.push({ code: 'channel.invalid', field: 'channel' });
  }
  if (newChannel !== undefined && channel !== undefined) refusals.push({ code: 'channel.both', field: 'new_channel' });
  else if (newChannel !== undefined && !isChannelName(newChannel)) {
    refusals.push({ code: 'channel.name', field: 'new_channel', details: { most: MAX_CHANNEL_NAME_LENGTH } });
  }
  if (!isTimezone(timezone)) refusals.push({ code: 'timezone.unknown', field: 'timezone' });
  if (form.locale !== input.locale) refusals.push({ code: 'choice.missing', field: 'language' });
  return { input, refusals };
}

/** Slack's rule: lower case, no spaces or periods. */
function isChannelName(name: string): boolean {
  return name.length <= MAX_CHANNEL_NAME_LENGTH && /^[\p{Ll}\p{Lo}\p{N}_-]+$/u.test(name) && /[\p{L}\p{N}]/u.test(name);
}

/** Validates a code that a person chose, by the same rule as import files. */
export function refuseCode(code: string): Refusal[] {
  if (/[\s%\\]/.test(foldKey(code)))
    return [{ code: 'code.invalid', field: 'code', details: { most: MAX_CODE_LENGTH } }];
  return tooLong('code', code, MAX_CODE_LENGTH);
}

const MAX_SUGGESTION_LENGTH = 24;

/** Derives a code from a name, such as `SOCIETE-LYONNAISE`; attempts after the first append their number. */
export function suggestCode(name: string, attempt: number): string {
  const plain = searchKey(name).toUpperCase();
  const code = plain.replaceAll(/[^A-Z0-9]+/g, '-').slice(0, MAX_SUGGESTION_LENGTH);
  const base = code.replaceAll(/^-+|-+$/g, '') || 'CUSTOMER';
  return attempt === 1 ? base : `${base}-${attempt}`;
}

function tooLong(field: 'name' | 'notes' | 'code', text: string, most: number): Refusal[] {
  return text.length > most ? [{ code: 'text.too_long', field, details: { most } }] : [];
}
