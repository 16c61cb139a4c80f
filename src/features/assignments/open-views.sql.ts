import type { Identity } from '../../core/identity';
import type { Instant } from '../../core/time';
import type { Database } from '../../database/database';
import type { DisplayRow } from '../../database/tables';
import { newModalName } from '../../outbox/modal-names';

/** Where what becomes of an assignment is shown to somebody: the last modal of theirs, or below an answer of one line. */
export interface OpenView {
  to: Identity;
  shownAs: string | undefined;
  /** When that modal was shown. */
  shownAt: Instant;
  answer: { url: string; until: Instant } | undefined;
}

/** It is shown to that person in a new modal from now on; what others look at stays theirs. */
export async function showIn(tx: Database, assignmentId: number, to: Identity, at: Instant): Promise<void> {
  await save(tx, assignmentId, to, { shown_as: newModalName(), shown_at: at });
}

/** The answer was one line in a channel that only they see. */
export async function saveAnswerAddress(
  db: Database,
  assignmentId: number,
  to: Identity,
  { url, until, at }: { url: string; until: Instant; at: Instant },
): Promise<void> {
  await save(db, assignmentId, to, { shown_as: null, shown_at: at, answer_url: url, answer_until: until });
}

type Shown = Pick<DisplayRow, 'shown_as' | 'shown_at'> & Partial<Pick<DisplayRow, 'answer_url' | 'answer_until'>>;

async function save(db: Database, assignmentId: number, { teamId, userId }: Identity, row: Shown): Promise<void> {
  await db('displays')
    .insert({ assignment_id: assignmentId, team_id: teamId, user_id: userId, ...row })
    .onConflict(['assignment_id', 'team_id', 'user_id'])
    .merge(row);
}

export async function findOpenViews(db: Database, assignmentId: number): Promise<OpenView[]> {
  const rows = await db('displays').where({ assignment_id: assignmentId }).orderBy(['team_id', 'user_id']);
  return rows.map((row) => ({
    to: { teamId: row.team_id, userId: row.user_id },
    shownAs: row.shown_as ?? undefined,
    shownAt: row.shown_at,
    answer: row.answer_url && row.answer_until ? { url: row.answer_url, until: row.answer_until } : undefined,
  }));
}

/** The name of the modal that shows it to that person. */
export async function findShownAs(db: Database, assignmentId: number, to: Identity): Promise<string | undefined> {
  const row = await of(db, assignmentId, to).first('shown_as');
  return row?.shown_as ?? undefined;
}

/** They have closed that modal; one that they opened meanwhile stays. */
export async function forgetModal(db: Database, assignmentId: number, { to, shownAs }: OpenView): Promise<void> {
  await of(db, assignmentId, to)
    .where({ shown_as: shownAs ?? null })
    .update({ shown_as: null });
}

export async function forgetAnswerAddress(db: Database, assignmentId: number, to: Identity): Promise<void> {
  await of(db, assignmentId, to).update({ answer_url: null, answer_until: null });
}

/** Nothing is shown to them any more. */
export async function forgetOpenView(db: Database, assignmentId: number, to: Identity): Promise<void> {
  await of(db, assignmentId, to).delete();
}

function of(db: Database, assignmentId: number, { teamId, userId }: Identity) {
  return db('displays').where({ assignment_id: assignmentId, team_id: teamId, user_id: userId });
}
