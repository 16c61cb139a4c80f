import type { Database } from '../../../src/database/database';
import { found } from '../found';
import { count } from '../tables';
import type { MoodleGround } from './moodle-ground';

/** The state of an assignment in Moodle, and the reason for it, if any. */
export async function standing(db: Database, assignmentId: number) {
  const row = await found(db('enrolments').where({ assignment_id: assignmentId }).first());
  return { state: row.state, reason: row.reason ?? undefined };
}

/** Counts of all generated seats. */
export async function stock(db: Database) {
  const [unassigned, assigned, active] = [
    await count(db, 'seats', { state: 'unassigned' }),
    await count(db, 'seats', { state: 'assigned' }),
    await count(db, 'assignments', { ended_at: null }),
  ];
  if (assigned !== active) throw new Error(`${assigned} seats are assigned, ${active} assignments hold one.`);
  return { unassigned, assigned, generated: await count(db, 'seats') };
}

/** The seat's ledger actions, oldest first. */
export async function actionsOf(db: Database, seat: string): Promise<string[]> {
  return db('ledger').where({ subject: seat }).orderBy('id').pluck('action');
}

const ABOUT_ENROLMENTS = ['enrolments.failed', 'enrolment.given_back', 'release.ended', 'enrolment.mail_lost'];

/** Sends what waits for Slack, then returns the person's direct messages about enrolments. */
export async function toldTo(ground: MoodleGround, key: string): Promise<string[]> {
  return messagesTo(ground, key, ABOUT_ENROLMENTS);
}

/** Sends what waits for Slack, then returns the person's direct messages of these kinds. */
export async function messagesTo(
  { db, workspace, parts }: MoodleGround,
  key: string,
  kinds: readonly string[],
): Promise<string[]> {
  const waiting = () => db('outbox').whereIn('kind', kinds).whereNot({ state: 'sent' }).first('id');
  while (await waiting()) {
    await parts.sender.round();
    await parts.sender.drain();
  }
  const person = workspace.person(key);
  const sent = await db('outbox')
    .whereIn('kind', kinds)
    .where({ to_user: person.is.userId })
    .whereNotNull('slack_ts')
    .orderBy('slack_ts');
  const said = new Map(person.messages(person.is.directId).map(({ ts, blocks, text }) => [ts, { blocks, text }]));
  return sent.map(({ slack_ts }) => JSON.stringify(said.get(slack_ts ?? '')));
}

/** The number of calls of a function since the test began. */
export function calls({ site }: MoodleGround, name: string): number {
  return site.calls.filter((call) => call.function === name).length;
}
