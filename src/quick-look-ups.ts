import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Locale } from './core/customer';
import type { Identity } from './core/identity';
import type { Identified } from './core/person';
import type { Membership } from './core/role';
import type { Directory } from './slack/directory';

// Look-ups in Slack while a person waits: none takes longer than this, and none rejects.
const ANSWERED_WITHIN_MS = 1_000;

export function quickLanguage(directory: Directory, identity: Identity, log: Logger): Promise<Locale | undefined> {
  return quickly(
    directory.localeOf(identity).catch((error) => {
      log.warn({ error, identity }, 'The language of a person could not be read');
      return undefined;
    }),
  );
}

export async function quickIdentity(directory: Directory, userId: string, log: Logger): Promise<Identified> {
  const asked = directory.identify(userId).catch((error) => {
    log.warn({ error, userId }, 'Slack did not say who a person is');
    return undefined;
  });
  return (await quickly(asked)) ?? { kind: 'silent' };
}

export async function quickMembership(directory: Directory, userId: string, log: Logger): Promise<Membership> {
  const asked = directory.membershipOf(userId).catch((error) => {
    log.warn({ error, userId }, 'Where a person is from could not be read');
    return undefined;
  });
  return (await quickly(asked)) ?? { kind: 'unknown' };
}

/** Undefined when Slack takes longer than `ANSWERED_WITHIN_MS`, because a person is waiting. */
async function quickly<T>(asked: Promise<T>): Promise<T | undefined> {
  const tooLate = new AbortController();
  const late = sleep(ANSWERED_WITHIN_MS, undefined, { signal: tooLate.signal, ref: false });
  const answer = await Promise.race([asked, late]);
  tooLate.abort();
  return answer;
}
