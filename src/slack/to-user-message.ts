import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import { type Refusal, UserError } from '../core/errors';
import type { Identity } from '../core/identity';
import type { Translate } from '../core/words';
import { type Message, sentence } from './blocks';
import { isTooLate } from './failures';

/** What a person is told in place of what they asked for. */
export interface UserMessage {
  message: Message;
  /** Beside which input each part of it belongs; undefined when it concerns the whole. */
  fields: Record<string, string> | undefined;
  t: Translate;
}

interface Circumstances {
  by: Identity;
  t: Translate;
  log: Logger;
  isUnavailable: boolean;
  /** What a feature offers in place of the refusal. */
  remedy: Message | undefined;
}

/** Refusals in words, beside their fields where all have one; anything else as a sentence with a reference that is in the log. */
export function toUserMessage(error: unknown, { by, t, log, isUnavailable, remedy }: Circumstances): UserMessage {
  if (error instanceof UserError) {
    log.info({ refused: error.refusals.map((refusal) => refusal.code), by }, 'Refused');
    if (remedy) return { message: remedy, fields: undefined, t };
    const texts = error.refusals.map((refusal) => inWords(refusal, t));
    return { message: sentence([...new Set(texts)].join('\n')), fields: fieldsOf(error, t), t };
  }
  const reference = `E-${randomBytes(4).toString('hex').toUpperCase()}`;
  log.error({ err: error, reference, by }, 'A request failed');
  const unexpected = isUnavailable ? 'error.unavailable' : 'error.unexpected';
  const text = t(isTooLate(error) ? 'error.too_late' : unexpected, { reference });
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
