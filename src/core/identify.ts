import type { Refusal } from './errors';
import type { Identity } from './identity';
import type { Identified } from './person';

/** Asks Slack where somebody is from, whom a list gave by their user id alone. Takes a second at most, and never rejects. */
export type Identify = (userId: string) => Promise<Identified>;

type Choice = 'person' | 'delegate';
const UNKNOWN = { person: 'person.unknown', delegate: 'delegate.unknown' } as const;
const SILENT = { person: 'person.silent', delegate: 'delegate.silent' } as const;

/** No list offers anything else; whatever it is, it ends up in a mention. */
function isUserId(text: string): boolean {
  return /^[UW][A-Z0-9]{2,30}$/.test(text);
}

/** Outside of any transaction, after a look at whether the asker may. */
export async function identifyChoice(userId: string | undefined, identify: Identify): Promise<Identified | undefined> {
  return userId !== undefined && isUserId(userId) ? identify(userId) : undefined;
}

/** The person chosen, or why they cannot be. */
export function planPerson(who: Identified | undefined, as: Choice): { person?: Identity; refusals: Refusal[] } {
  if (who?.kind === 'person') return { person: who.person, refusals: [] };
  return { refusals: [{ code: codeOf(who, as), field: 'person' }] };
}

function codeOf(who: Exclude<Identified, { kind: 'person' }> | undefined, as: Choice): Refusal['code'] {
  if (!who) return 'person.missing';
  if (who.kind === 'app') return 'person.app';
  return who.kind === 'unknown' ? UNKNOWN[as] : SILENT[as];
}
