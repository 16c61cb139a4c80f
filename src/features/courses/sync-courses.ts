import { SYSTEM } from '../../core/person';
import { type Now, toInstant } from '../../core/time';
import type { ChangeEntry } from '../../database/changes';
import type { Database } from '../../database/database';
import { record } from '../../database/ledger';
import type { MoodleCourse, MoodleFailureCode } from '../../moodle/moodle';
import { courseCreated, courseUpdated } from './course-changes';
import { type CourseTerms, doubtOf, type KnownCourse, planSync, type SyncPlan } from './course-sync';
import { changeCourses, createCourses, knownCourses } from './course-sync.sql';
import type { FoundCourse } from './hidden-people';
import { saveSyncRun } from './sync-runs.sql';

type SyncResult =
  /** `leftOut` contains the courses of Moodle whose short names cannot be used here. */
  | { kind: 'taken_over'; created: number; changed: number; leftOut: MoodleCourse[] }
  /** Moodle seems to hide its courses from us, so nothing was changed. */
  | { kind: 'doubtful'; code: MoodleFailureCode };

/** What Moodle answered. */
interface Listed {
  /** The complete list of Moodle. */
  found: readonly FoundCourse[];
  /** Our newest course when Moodle was asked: the list says nothing of newer ones that are not in it. */
  newest: number;
}

/** Makes our list equal to Moodle's as of `now`, all or nothing. */
export async function syncCourses(db: Database, { found, newest }: Listed, now: Now): Promise<SyncResult> {
  return db.transaction(async (tx) => {
    const known = await knownCourses(tx);
    const plan = planSync(known, found, newest);
    const code = doubtOf(known, found, plan);
    if (code) return { kind: 'doubtful', code };
    await carryOut(tx, plan, now);
    await saveSyncRun(tx, 'courses', toInstant(now));
    const { created, changed, leftOut } = plan;
    return { kind: 'taken_over', created: created.length, changed: changed.length, leftOut };
  });
}

async function carryOut(tx: Database, plan: SyncPlan, now: Now): Promise<void> {
  const { created, changed } = plan;
  if (created.length + changed.length === 0) return;
  const at = toInstant(now);
  const after = changed.map((change) => change.after);
  await changeCourses(tx, after, at);
  await createCourses(tx, created, at);
  await record(tx, SYSTEM, now, ...ledgerEntries(plan));
}

function ledgerEntries({ created, changed }: SyncPlan): ChangeEntry[] {
  return [
    ...created.map((after) => courseCreated({ subject: after.shortname, after: written(after) }, { inBulk: false })),
    ...changed.map(({ before, after }) => {
      const isGone = after.closedBecause === 'gone' && before.closedBecause !== 'gone';
      const details = { subject: after.shortname, before: written(before), after: written(after) };
      return courseUpdated(details, { goneId: isGone ? after.id : undefined, inBulk: false });
    }),
  ];
}

function written({ shortname, name, moodleId, closedBecause, ...course }: CourseTerms | KnownCourse) {
  const open = closedBecause === undefined && !('hiddenHere' in course && course.hiddenHere);
  return { shortname, name, open, moodleId, closedBecause };
}
