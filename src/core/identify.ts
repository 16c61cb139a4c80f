import type { Refusal } from './errors';
import type { Identity } from './identity';
import type { Identified } from './person';

/** Asks Slack for the workspace of a user id. Takes at most one second; never rejects. */
export type Identify = (userId: string) => Promise<Identified>;

type Choice = 'person' | 'delegate';
const UNKNOWN = { person: 'person.unknown', delegate: 'delegate.unknown' } as const;
const SILENT = { person: 'person.silent', delegate: 'delegate.silent' } as const;

/** Slack's selects return nothing else. The id ends up in a mention, so check it. */
function isUserId(text: string): boolean {
  return /^[UW][A-Z0-9]{2,30}$/.test(text);
}

/** Call after the permission check and outside any transaction: it waits for Slack. */
export async function identifyChoice(userId: string | undefined, identify: Identify): Promise<Identified | undefined> {
  return userId !== undefined && isUserId(userId) ? identify(userId) : undefined;
}

/** The chosen person, or the refusal. */
export function planPerson(who: Identified | undefined, as: Choice): { person?: Identity; refusals: Refusal[] } {
  if (who?.kind === 'person') return { person: who.person, refusals: [] };
  return { refusals: [{ code: codeOf(who, as), field: 'person' }] };
}

function codeOf(who: Exclude<Identified, { kind: 'person' }> | undefined, as: Choice): Refusal['code'] {
  if (!who) return 'person.missing';
  if (who.kind === 'app') return 'person.app';
  return who.kind === 'unknown' ? UNKNOWN[as] : SILENT[as];
}
