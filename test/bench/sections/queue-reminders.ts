import { DateTime } from 'luxon';
import type { Now } from '../../../src/core/time';
import { holidayCalendar } from '../../../src/features/reminders/holidays';
import { remind } from '../../../src/features/reminders/remind';
import { yieldToOthers } from '../../../src/features/reminders/remind-of-due';
import { spreadOf, timed } from '../measure';
import { type Line, limitLine } from '../report';
import { type Crowd, manySchedules, oneSchedule } from '../seed/crowd';
import { countQueued, forgetQueued } from './queued';
import type { Section } from './section';

const MAX_SECONDS = 2;

/** From the moment at which everybody's reminder is due until all of them wait to be sent; a new day each time. */
export const queueReminders: Section = async ({ crowd, quick }) => {
  const rounds = quick ? 2 : 7;
  const single = await queueOn(crowd, rounds);
  const schedules = await manySchedules(crowd.db);
  const many = await queueOn(crowd, rounds);
  await oneSchedule(crowd.db);
  return [lineOf(crowd, 'one schedule', single), lineOf(crowd, `${schedules} schedules`, many)];
};

async function queueOn(crowd: Crowd, rounds: number): Promise<number[]> {
  const { db, customers } = crowd;
  const durations: number[] = [];
  for (let round = -1; round < rounds; round += 1) {
    const at = await crowd.nextMoment();
    await db.raw('pragma wal_checkpoint(truncate)');
    const moment = { at, now: DateTime.utc() as Now, calendar: holidayCalendar, yieldToOthers: yieldToOthers };
    const duration = await timed(() => remind(db, moment));
    const queued = await countQueued(db, 'reminder');
    if (queued !== customers) throw new Error(`${queued} reminders were queued for ${customers} customers.`);
    if (round >= 0) durations.push(duration);
    await forgetQueued(db);
  }
  return durations;
}

function lineOf({ customers }: Crowd, which: string, durations: number[]): Line {
  const what = `${customers.toLocaleString('en')} reminders due, ${which}: until queued`;
  return limitLine(what, spreadOf(durations).median / 1_000, 's', MAX_SECONDS);
}
