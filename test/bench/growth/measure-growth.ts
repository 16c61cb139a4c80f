import { performance } from 'node:perf_hooks';
import { DateTime } from 'luxon';
import type { Now } from '../../../src/core/time';
import { type Database, isUnavailable } from '../../../src/database/database';
import { listAssigned } from '../../../src/features/assignments/list-assigned';
import { prepareAssignment } from '../../../src/features/assignments/prepare-assignment';
import { type Spread, spreadOf, timed } from '../measure';
import { coordinatorOf } from '../seed/people';
import { ACTS, type Grown } from './acts';
import { fillCustomer, SMALL_CUSTOMER } from './fill-customer';

/** By act; milliseconds. */
export type Figures = Record<string, Spread>;

const WARM_UP = 5;

/** How often each act is measured: as often as the time allows, but not less than a few times. */
interface Patience {
  most: number;
  ms: number;
}

export const USUAL: Patience = { most: 300, ms: 8_000 };
export const QUICK: Patience = { most: 20, ms: 1_000 };

/** Fills a database with one customer of that size, and measures every act in it. */
export async function measureGrowth(url: string, size: number, patience: Patience): Promise<Figures> {
  const started = performance.now();
  const db = await fillCustomer(url, size);
  console.error(`Filled ${size.toLocaleString('en')} in ${((performance.now() - started) / 1_000).toFixed(0)} s.`);
  const figures: Figures = {};
  for (const [name, act] of Object.entries(ACTS)) {
    figures[name] = await repeated((round) => act({ db, size }, DateTime.utc() as Now, round), patience);
  }
  figures['another customer, alone'] = await repeated(() => neighbour(db), patience);
  figures['another customer, beside three long lists'] = await besideThreeLists({ db, size }, patience);
  await db.destroy();
  return figures;
}

async function repeated(act: (round: number) => Promise<unknown>, { most, ms }: Patience): Promise<Spread> {
  const durations: number[] = [];
  const deadline = performance.now() + ms;
  for (let round = 0; round < WARM_UP + most; round += 1) {
    const duration = await timed(() => act(round));
    if (round >= WARM_UP || duration > 1_000) durations.push(duration);
    if (performance.now() > deadline && durations.length >= 3) break;
  }
  return spreadOf(durations);
}

/** The form and the list of a coordinator who has two hundred trainees. */
async function neighbour(db: Database): Promise<void> {
  const [by, now] = [coordinatorOf(SMALL_CUSTOMER), DateTime.utc() as Now];
  await prepareAssignment(db, {}, by, now);
  await listAssigned(db, { search: '', page: 0 }, by, now);
}

const LONG_LISTS = [
  'assigned list, first page',
  'assigned list, last page',
  'assigned list, one in ninety ("ada lov")',
] as const;

async function besideThreeLists(grown: Grown, patience: Patience): Promise<Spread> {
  let isOver = false;
  const lists = LONG_LISTS.map(async (name) => {
    for (let round = 0; !isOver; round += 1) await served(ACTS[name]?.(grown, DateTime.utc() as Now, round));
  });
  const spread = await repeated(() => served(neighbour(grown.db)), patience);
  isOver = true;
  await Promise.all(lists);
  return spread;
}

/** A database that has no time for somebody refuses after two and a half seconds; that is their time. */
async function served(act: Promise<unknown> | undefined): Promise<void> {
  await act?.catch((error) => {
    if (!isUnavailable(error)) throw error;
  });
}
