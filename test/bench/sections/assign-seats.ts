import { DateTime } from 'luxon';
import type { Person } from '../../../src/core/person';
import type { Now } from '../../../src/core/time';
import { type AssignForm, assignSeat } from '../../../src/features/assignments/assign-seat';
import { findAssignableCourses } from '../../../src/features/assignments/find-courses';
import { findPools } from '../../../src/features/orders/find-pools';
import { found } from '../../support/found';
import { spreadOf, timed } from '../measure';
import { type Line, spreadLine } from '../report';
import type { Seeded } from '../seed/build-database';
import { coordinatorOf } from '../seed/people';
import { customerAt, type Section } from './section';

const MAX_P99_MS = 10;

interface Case {
  chosenPool: boolean;
  newTrainee: boolean;
}

const CASES: Case[] = [
  { chosenPool: false, newTrainee: false },
  { chosenPool: false, newTrainee: true },
  { chosenPool: true, newTrainee: false },
  { chosenPool: true, newTrainee: true },
];

/** One seat to one trainee, through to the disk; each time another customer. */
export const assignSeats: Section = async ({ big, quick }) => {
  const rounds = quick ? { warmUp: 10, measured: 40 } : { warmUp: 100, measured: 800 };
  const lines: Line[] = [];
  for (const one of CASES) {
    const durations: number[] = [];
    for (let index = -rounds.warmUp; index < rounds.measured; index += 1) {
      const { form, by } = await planned(big, one, index);
      const now = DateTime.utc() as Now;
      const submission = `bench:${nameOf(one)}:${index}`;
      const duration = await timed(() => assignSeat(big.db, form, by, now, submission));
      if (index >= 0) durations.push(duration);
    }
    lines.push(spreadLine(`assign, ${nameOf(one)}`, spreadOf(durations), MAX_P99_MS));
  }
  return lines;
};

/** What a coordinator would fill in: one of their pools, a course it allows, somebody who is not in it. */
async function planned({ db, customers }: Seeded, one: Case, index: number): Promise<{ form: AssignForm; by: Person }> {
  const customerId = customerAt(index, customers);
  const by = coordinatorOf(customerId);
  const now = DateTime.utc() as Now;
  const pool = pick(await findPools(db, {}, '', by, now), index).order.reference;
  const course = pick(await findAssignableCourses(db, { pool }, '', by, now), index);
  const trainee = one.newTrainee ? newcomer(one, index) : await outsider({ db, customerId, courseId: course.id });
  const dates = { start: undefined, end: undefined };
  const chosen = one.chosenPool ? pool : undefined;
  return { form: { customer: undefined, pool: chosen, course: course.shortname, trainee, ...dates }, by };
}

function newcomer({ chosenPool }: Case, index: number) {
  return { firstName: 'Nadia', lastName: `Newcomer ${index}`, email: `nadia${index}.${chosenPool}@example.com` };
}

async function outsider(wish: { db: Seeded['db']; customerId: number; courseId: number }): Promise<{ id: number }> {
  const { db, customerId, courseId } = wish;
  return found(
    db('trainees')
      .where({ customer_id: customerId })
      .whereNotExists(
        db('assignments').whereRaw('trainee_id = trainees.id and course_id = ? and ended_at is null', [courseId]),
      )
      .first('id'),
  );
}

function pick<T>(choices: T[], index: number): T {
  const choice = choices[Math.abs(index) % choices.length];
  if (choice === undefined) throw new Error('There is nothing to choose from.');
  return choice;
}

function nameOf({ chosenPool, newTrainee }: Case): string {
  return `${chosenPool ? 'chosen' : 'automatic'} pool, ${newTrainee ? 'new' : 'known'} trainee`;
}
