import type { Day } from '../core/time';
import type { Database } from '../database/database';

/** A message that is updated in place: its position in Slack and what it showed last. */
export interface LiveMessage {
  channel: string;
  ts: string;
  /** Undefined while an attempt to change it has no answer. */
  shown?: string | undefined;
  /** The customer's day of the last refresh, for content that changes daily. */
  shownOn?: Day | undefined;
}

export async function findLiveMessage(db: Database, subject: string): Promise<LiveMessage | undefined> {
  const row = await db('standing_messages').where({ subject }).first();
  return row && { channel: row.channel, ts: row.ts, shown: row.shown ?? undefined, shownOn: row.shown_on ?? undefined };
}

/** The part after the prefix, of each stored subject that begins with it. */
export async function liveMessageSubjects(db: Database, prefix: string): Promise<string[]> {
  const rows = await db('standing_messages').whereLike('subject', `${prefix}%`).orderBy('subject').select('subject');
  return rows.map(({ subject }) => subject.slice(prefix.length)).filter((rest) => rest !== '');
}

export async function saveLiveMessage(db: Database, subject: string, message: LiveMessage): Promise<void> {
  const { channel, ts, shown = null, shownOn = null } = message;
  await db('standing_messages')
    .insert({ subject, channel, ts, shown, shown_on: shownOn })
    .onConflict('subject')
    .merge();
}

/**
 * Call it before every attempt to change the message: until Slack answers, nobody knows what it shows, and what it showed
 * last no longer counts.
 */
export async function forgetShown(db: Database, subject: string): Promise<void> {
  await db('standing_messages').where({ subject }).update({ shown: null });
}

/** Keeps the messages when Slack changes the id of their channel. */
export async function moveLiveMessages(tx: Database, from: string, to: string): Promise<void> {
  await tx('standing_messages').where({ channel: from }).update({ channel: to });
}

export async function forgetLiveMessage(db: Database, subject: string): Promise<void> {
  await db('standing_messages').where({ subject }).delete();
}
