import { type Config, ConfigError } from '../config';
import { type Now, toInstant } from '../core/time';
import type { Database } from '../database/database';
import type { Installation } from '../slack/directory';
import { type Counterpart, findCounterpart, type Kind, saveFirst, saveInstead } from './installation.sql';

/** What the local workspace's Slack and Moodle are called in the database. */
export const LOCAL: Counterpart = { value: 'local', name: null };
/** Of data older than the record. */
const UNKNOWN = 'unknown';

export interface Counterparts {
  slack: Counterpart;
  /** Undefined without a Moodle, which changes nothing. */
  moodle: Counterpart | undefined;
}

/**
 * Gives an unused database to the Slack workspace and the Moodle that it meets first, to both or to neither. Throws a
 * ConfigError when it belongs to others, whose channels, messages and ids it holds.
 */
export async function claimDatabase(db: Database, { slack, moodle }: Counterparts, now: Now): Promise<void> {
  await db.transaction(async (tx) => {
    await claim(tx, 'slack', slack, now);
    if (moodle) await claim(tx, 'moodle', moodle, now);
  });
}

export function workspaceOf({ teamId, teamName }: Pick<Installation, 'teamId' | 'teamName'>): Counterpart {
  return { value: teamId, name: teamName || null };
}

export function moodleOf({ moodle }: Pick<Config, 'moodle'>): Counterpart | undefined {
  return moodle && { value: moodle.url, name: null };
}

/** Why the database is not for these; undefined where it is, or could be. Changes nothing. */
export async function objectionOf(db: Database, { slack, moodle }: Counterparts): Promise<string | undefined> {
  return (await objection(db, 'slack', slack)) ?? (moodle && (await objection(db, 'moodle', moodle)));
}

async function claim(db: Database, kind: Kind, wanted: Counterpart, now: Now): Promise<void> {
  const at = toInstant(now);
  await saveFirst(db, kind, wanted, at);
  if (!isLocal(wanted)) await saveInstead(db, kind, UNKNOWN, wanted, at);
  const refusal = await objection(db, kind, wanted);
  if (refusal) throw new ConfigError(refusal);
}

async function objection(db: Database, kind: Kind, wanted: Counterpart): Promise<string | undefined> {
  const owner = await findCounterpart(db, kind);
  if (!owner || owner.value === wanted.value) return undefined;
  return owner.value === UNKNOWN && !isLocal(wanted) ? undefined : refusalOf(kind, owner, wanted);
}

const WORDS = {
  slack: { one: 'Slack workspace', setting: 'SLACK_BOT_TOKEN' },
  moodle: { one: 'Moodle', setting: 'MOODLE_URL' },
};

function refusalOf(kind: Kind, owner: Counterpart, wanted: Counterpart): string {
  const { one, setting } = WORDS[kind];
  if (isLocal(wanted)) {
    return `The database has been used with ${withArticle(one, owner)}, so the local workspace does not open it: set ${setting} to run the bot, or set DATABASE_URL to another database.`;
  }
  return `The database belongs to ${isLocal(owner) ? 'the local workspace' : `the ${one} ${nameOf(owner)}`}, and ${setting} is for ${nameOf(wanted)}: set DATABASE_URL to another database, or move this one on purpose with npm run seats -- adopt.`;
}

function withArticle(one: string, owner: Counterpart): string {
  return owner.value === UNKNOWN ? `a real ${one}` : `the ${one} ${nameOf(owner)}`;
}

function isLocal({ value }: Counterpart): boolean {
  return value === LOCAL.value;
}

/** “Acme (T0123456789)”, or an address. */
export function nameOf(counterpart: Counterpart): string {
  const { value, name } = counterpart;
  if (isLocal(counterpart)) return 'the local workspace';
  return name ? `${name} (${value})` : value;
}
