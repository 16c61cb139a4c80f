import { SYSTEM } from '../../core/person';
import { type Instant, type Now, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import { type LedgerEntry, record } from '../../database/ledger';
import type { MoodleCourse, MoodleFailureCode } from '../../moodle/moodle';
import { queueCourse } from '../assignments/follow-course';
import { coursesWithEnrolled } from '../enrolments/due-enrolments.sql';
import { queueHomes } from '../home/follow-homes';
import { type CourseTerms, doubtOf, type KnownCourse, planSync, type SyncPlan } from './course-sync';
import { changeCourses, createCourses, knownCourses } from './course-sync.sql';
import { savePass } from './moodle-passes.sql';

type SyncResult =
  /** `leftOut` holds the courses of Moodle whose short names are of no use here. */
  | { kind: 'taken_over'; created: number; changed: number; leftOut: MoodleCourse[] }
  /** Moodle seems to be hiding its courses from us, so nothing was changed. */
  | { kind: 'doubtful'; code: MoodleFailureCode };

/** Makes our list that of Moodle, where `found` is all it has as of `now`; all or nothing. */
export async function syncCourses(db: Database, found: readonly MoodleCourse[], now: Now): Promise<SyncResult> {
  return db.transaction(async (tx) => {
    const known = await knownCourses(tx);
    const plan = planSync(known, found);
    const code = doubtOf(known, found, plan);
    if (code) return { kind: 'doubtful', code };
    await carryOut(tx, plan, now);
    await savePass(tx, 'courses', toInstant(now));
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
  await tellThoseOfGoneCourses(tx, plan, at);
  await queueHomes(tx, 'sales', at);
}

function ledgerEntries({ created, changed }: SyncPlan): LedgerEntry[] {
  return [
    ...created.map((after) => ({ action: 'course.created' as const, subject: after.shortname, after: written(after) })),
    ...changed.map(({ before, after }) => ({
      action: 'course.updated' as const,
      subject: after.shortname,
      before: written(before),
      after: written(after),
    })),
  ];
}

function written({ shortname, name, moodleId, closedBecause, ...course }: CourseTerms | KnownCourse) {
  const open = closedBecause === undefined && !('hiddenHere' in course && course.hiddenHere);
  return { shortname, name, open, moodleId, closedBecause };
}

/** Whoever is in a course through us, and that goes away, is told of by its next turn. */
async function tellThoseOfGoneCourses(tx: Database, { changed }: SyncPlan, at: Instant): Promise<void> {
  const gone = changed.filter(({ before, after }) => after.closedBecause === 'gone' && before.closedBecause !== 'gone');
  if (gone.length === 0) return;
  const concerned = new Set(await coursesWithEnrolled(tx));
  for (const { after } of gone) if (concerned.has(after.id)) await queueCourse(tx, after.id, at);
}
