import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import { type Refusal, UserError } from '../core/errors';
import type { Identity } from '../core/identity';
import type { Translate } from '../core/words';
import { type Message, sentence } from './blocks';
import { isTooLate } from './failures';

/** What the person sees instead of the result. */
export interface UserMessage {
  message: Message;
  /** Texts by input name; undefined when the message concerns the whole form. */
  fields: Record<string, string> | undefined;
  t: Translate;
}

export interface Circumstances {
  by: Identity;
  t: Translate;
  log: Logger;
  /** What to say when the database did not answer; undefined when that is not the reason. */
  outage: 'error.unavailable' | 'error.unconfirmed' | undefined;
  /** A feature's message in place of the refusal. */
  remedy: Message | undefined;
  /** The request was handled; its answer could not be shown. */
  isNotShown: boolean;
}

/**
 * Refusals in words, beside their fields when all have one. Any other error becomes a sentence with a reference that is
 * also in the log.
 */
export function toUserMessage(error: unknown, { by, t, log, outage, remedy, isNotShown }: Circumstances): UserMessage {
  if (error instanceof UserError) {
    log.info({ refused: error.refusals.map((refusal) => refusal.code), by }, 'Refused');
    if (remedy) return { message: remedy, fields: undefined, t };
    const texts = error.refusals.map((refusal) => inWords(refusal, t));
    return { message: sentence([...new Set(texts)].join('\n')), fields: fieldsOf(error, t), t };
  }
  const reference = `E-${randomBytes(4).toString('hex').toUpperCase()}`;
  log.error({ err: error, reference, by }, 'A request failed');
  const failed = isNotShown ? 'error.not_shown' : (outage ?? 'error.unexpected');
  const text = t(isTooLate(error) ? 'error.too_late' : failed, { reference });
  return { message: sentence(text), fields: undefined, t };
}

function inWords({ code, details }: Refusal, t: Translate): string {
  return t(`refusal.${code}`, details);
}

function fieldsOf(error: UserError, t: Translate): Record<string, string> | undefined {
  const fields: Record<string, string> = {};
  for (const refusal of error.refusals) {
    if (refusal.field === undefined) return undefined;
    const before = fields[refusal.field]?.split('\n') ?? [];
    fields[refusal.field] = [...new Set([...before, inWords(refusal, t)])].join('\n');
  }
  return fields;
}
