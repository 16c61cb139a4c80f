import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { clock, createApp } from '../../../src/create-app';
import type { Database } from '../../../src/database/database';
import { migrate } from '../../../src/database/migrate';
import { MAX_ACCOUNTS, MAX_ENROLMENTS, MAX_MEMBERS } from '../../../src/moodle/client';
import { USUAL_ROLES } from '../../../src/moodle/moodle-role';
import { openProductDatabase } from '../../../src/product-database';
import { fill } from '../../support/office';
import { assigns, sales, sells } from '../../support/people';
import { timed } from '../measure';
import { type MoodleElsewhere, startMoodleElsewhere } from '../moodle/moodle-elsewhere';
import { type Line, ratioLine } from '../report';
import type { Section } from './section';

const MAX_RATIO = 1.3;
const LATENCY_MS = 30;
/** The client's own limits: addresses in one look-up, and calls at once. */
const MAX_ADDRESSES = 300;
const CALLS_AT_ONCE = 6;
/** Of who is in the course, and of what the service account may see. */
const READS = 4;
const COURSE = 'EXCEL-1';

interface Case {
  people: number;
  areNew: boolean;
}

/** A thousand trainees in one course, until Moodle has them all: against the calls that cannot be spared, in its largest batches. */
export const enrolTrainees: Section = async ({ quick }) => {
  const lines: Line[] = [];
  for (const areNew of [false, true]) {
    const one = { people: quick ? 200 : 1_000, areNew };
    const seconds = (await enrolledWithin(one)) / 1_000;
    const what = `${one.people.toLocaleString('en')} enrolled, ${areNew ? 'new' : 'known'} accounts`;
    lines.push({ what: `${what}, in all`, figure: `${seconds.toFixed(2)} s` });
    lines.push(ratioLine(`${what}, of the least`, (seconds * 1_000) / leastMs(one), MAX_RATIO));
  }
  return lines;
};

/**
 * Each call in 30 ms, one after the other, in the largest batches: look-ups by address; where there is no account, another whatever the
 * capitals, which Moodle takes for one person at a time, six of them at once; accounts made and read back; enrolments; the group; who is in the
 * course before and after, and whether a course without anybody only looks so.
 */
function leastMs({ people, areNew }: Case): number {
  const batches = (most: number) => Math.ceil(people / most);
  const making = Math.ceil(people / CALLS_AT_ONCE) + batches(MAX_ACCOUNTS) + batches(MAX_ADDRESSES);
  const group = 2 + batches(MAX_MEMBERS);
  const calls = batches(MAX_ADDRESSES) + (areNew ? making : 0) + batches(MAX_ENROLMENTS) + group + READS;
  return calls * LATENCY_MS;
}

async function enrolledWithin({ people, areNew }: Case): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'seats-enrol-'));
  const db = openProductDatabase(`sqlite:${join(folder, 'seats.sqlite')}`);
  await migrate(db);
  await fill(db);
  const moodle = await startMoodleElsewhere();
  const trainees = await assignMany(db, people);
  const accounts = areNew ? [] : trainees;
  const [courseId] = await moodle.furnish({ latencyMs: LATENCY_MS, courses: [COURSE], accounts });
  await db('courses')
    .where({ shortname: COURSE })
    .update({ moodle_id: courseId ?? null });
  const wall = await timed(() => untilEnrolled(db, moodle, people));
  await moodle.close();
  await db.destroy();
  rmSync(folder, { recursive: true, force: true });
  return wall;
}

/** Returns their addresses. */
async function assignMany(db: Database, people: number): Promise<string[]> {
  await sells(db, { product: 'ANY-SEAT', quantity: people }, clock());
  const trainees: string[] = [];
  for (let number = 0; number < people; number += 1) {
    const email = `trainee.${number}@example.com`;
    const trainee = { firstName: 'Bench', lastName: `Trainee ${number}`, email };
    await assigns(db, { by: sales, course: COURSE, trainee, enrols: true }, clock());
    trainees.push(email);
  }
  return trainees;
}

async function untilEnrolled(db: Database, { url, token }: MoodleElsewhere, people: number): Promise<void> {
  const { moodleSender } = createApp({
    db,
    slack: {
      botToken: 'xoxb-bench',
      apiUrl: 'http://127.0.0.1:9/api/',
      transport: { kind: 'http', signingSecret: 'bench' },
    },
    sales: { users: [] },
    admins: [],
    locale: 'en',
    timezone: 'Europe/Paris',
    roles: USUAL_ROLES,
    log: pino({ level: 'silent' }),
    moodle: { url, token },
  });
  for (;;) {
    const wait = (await moodleSender?.round()) ?? 0;
    const row = await db('enrolments').where({ state: 'enrolled' }).count({ count: '*' }).first();
    if (Number(row?.count) === people) break;
    await sleep(Math.min(wait, 20));
  }
  await moodleSender?.drain();
}
