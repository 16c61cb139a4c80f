import type { MoodleTrouble } from '../domain/enrolment';
import { MOODLE_FAILURE_CODES, type MoodleFailureCode } from '../domain/moodle';
import type { Database } from './database';
import { LIVE } from './outbox';

/**
 * Why Moodle is waited for, and since when; undefined while nothing waits after a failure. It is read off what waits, so that
 * it ends by itself.
 */
export async function findTrouble(db: Database): Promise<MoodleTrouble | undefined> {
  const waiting = () => db('outbox').whereRaw("destination = 'moodle'").whereRaw(LIVE);
  const oldest = await waiting()
    .whereIn('last_error', [...MOODLE_FAILURE_CODES])
    .orderBy('first_tried_at')
    .first('last_error', 'first_tried_at');
  if (!oldest) return undefined;
  const row = await waiting().where({ kind: 'moodle.course' }).count({ count: '*' }).first();
  return {
    code: oldest.last_error as MoodleFailureCode,
    since: oldest.first_tried_at,
    waiting: Number(row?.count ?? 0),
  };
}
