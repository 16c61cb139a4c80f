import { type Config, ConfigError } from '../config';
import { type Now, toInstant } from '../core/time';
import type { Database } from '../database/database';
import type { Installation } from '../slack/directory';
import { type Counterpart, findOwners, type Kind, type Owners, saveFirst, saveInstead } from './installation.sql';
import { type Counterparts, LOCAL, objectionTo, UNKNOWN, UNNAMED } from './owner-objection';

/**
 * Gives an unused database to the Slack workspace and the Moodle that it meets first, to both or to neither, and resolves
 * to its owners. Throws a ConfigError when it belongs to others, whose channels, messages and ids it holds.
 */
export async function claimDatabase(db: Database, wanted: Counterparts, now: Now): Promise<Owners> {
  return db.transaction(async (tx) => {
    await claim(tx, 'slack', wanted.slack, now);
    if (wanted.moodle) await claim(tx, 'moodle', wanted.moodle, now);
    const owners = await findOwners(tx);
    const refusal = objectionTo(owners, wanted);
    if (refusal) throw new ConfigError(refusal);
    return owners;
  });
}

export function workspaceOf({ teamId, teamName }: Pick<Installation, 'teamId' | 'teamName'>): Counterpart {
  return { value: teamId, name: teamName || null };
}

export function moodleOf({ moodle }: Pick<Config, 'moodle'>): Counterpart | undefined {
  return moodle && { value: moodle.url, name: null };
}

/** Whom the settings are for, as far as they tell by themselves. */
export function counterpartsOf(config: Pick<Config, 'slack' | 'moodle'>): Counterparts {
  const moodle = moodleOf(config);
  return config.slack ? { slack: UNNAMED, moodle } : { slack: LOCAL, moodle: moodle ?? LOCAL };
}

async function claim(tx: Database, kind: Kind, wanted: Counterpart, now: Now): Promise<void> {
  const at = toInstant(now);
  await saveFirst(tx, kind, wanted, at);
  if (wanted.value !== LOCAL.value) await saveInstead(tx, kind, UNKNOWN, wanted, at);
}
