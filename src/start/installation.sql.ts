import type { Instant } from '../core/time';
import type { Database } from '../database/database';
import type { InstallationRow } from '../database/tables';

export type Kind = InstallationRow['kind'];
/** What a database is used with; `name` is for people. */
export type Counterpart = Pick<InstallationRow, 'value' | 'name'>;

/** Whom a database belongs to, as far as it has met anybody. */
export type Owners = Readonly<Partial<Record<Kind, Counterpart>>>;

export async function findOwners(db: Database): Promise<Owners> {
  const rows = await db('installation').select('kind', 'value', 'name');
  return Object.fromEntries(rows.map(({ kind, value, name }) => [kind, { value, name }]));
}

/** Reads a database of any version, and changes nothing. Nobody before there was the record. */
export async function findOwnersBeforeMigration(db: Database): Promise<Owners> {
  return (await db.schema.hasTable('installation')) ? findOwners(db) : {};
}

/** Does nothing when another process was first. */
export async function saveFirst(db: Database, kind: Kind, { value, name }: Counterpart, since: Instant): Promise<void> {
  await db('installation').insert({ kind, value, name, since }).onConflict('kind').ignore();
}

/** Replaces what was there. */
export async function saveCounterpart(
  db: Database,
  kind: Kind,
  { value, name }: Counterpart,
  at: Instant,
): Promise<void> {
  await db('installation').insert({ kind, value, name, since: at }).onConflict('kind').merge();
}

export async function forgetCounterpart(db: Database, kind: Kind): Promise<void> {
  await db('installation').where({ kind }).delete();
}

/** Replaces this owner alone. */
export async function saveInstead(
  db: Database,
  kind: Kind,
  of: string,
  { value, name }: Counterpart,
  since: Instant,
): Promise<void> {
  await db('installation').where({ kind, value: of }).update({ value, name, since });
}

/** Whether Moodle has people whom the database enrolled, by ids that mean others in another Moodle. */
export async function hasEnrolled(db: Database): Promise<boolean> {
  const [enrolled, staff] = await Promise.all([
    db('enrolments').whereNot({ state: 'released' }).whereNotNull('account_id').first('assignment_id'),
    db('course_staff').first('id'),
  ]);
  return Boolean(enrolled ?? staff);
}

/** The same, or whether people wait for Moodle to be enrolled or released. */
export async function hasEnrolments(db: Database): Promise<boolean> {
  const waiting = await db('enrolments').whereNot({ state: 'released' }).first('assignment_id');
  return waiting !== undefined || hasEnrolled(db);
}

/** Forgets another Moodle's ids. The next pass finds each course again by its short name. */
export async function forgetMoodle(tx: Database): Promise<void> {
  await tx('moodle_groups').delete();
  await tx('moodle_passes').delete();
  await tx('courses').whereNotNull('moodle_id').update({ moodle_id: null });
}

/** What Moodle closed is hidden by us from now on, so that people can open it again. */
export async function hideClosedCourses(tx: Database): Promise<void> {
  await tx('courses').whereNotNull('closed_because').update({ closed_because: null, hidden_here: 1 });
}
