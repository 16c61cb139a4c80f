import type { Database } from './database';

/** A message that is kept true in place: where it stands, and what it showed last. */
export interface StandingMessage {
  channel: string;
  ts: string;
  shown: string | undefined;
}

export async function findStanding(db: Database, subject: string): Promise<StandingMessage | undefined> {
  const row = await db('standing_messages').where({ subject }).first();
  return row && { channel: row.channel, ts: row.ts, shown: row.shown ?? undefined };
}

export async function saveStanding(db: Database, subject: string, message: StandingMessage): Promise<void> {
  await db('standing_messages')
    .insert({ subject, channel: message.channel, ts: message.ts, shown: message.shown ?? null })
    .onConflict('subject')
    .merge();
}

export async function forgetStanding(db: Database, subject: string): Promise<void> {
  await db('standing_messages').where({ subject }).delete();
}
