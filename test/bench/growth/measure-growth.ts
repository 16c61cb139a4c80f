import { performance } from 'node:perf_hooks';
import { DateTime } from 'luxon';
import type { Now } from '../../../src/core/time';
import { type Database, isUnavailable } from '../../../src/database/database';
import { listAssigned } from '../../../src/features/assignments/lists/list-assigned';
import { prepareAssignment } from '../../../src/features/assignments/prepare-assignment';
import { type Spread, spreadOf, timed } from '../measure';
import { coordinatorOf } from '../seed/people';
import { ACTS, type Grown } from './acts';
import { SMALL_CUSTOMER } from './fill-customer';

/** With ten thousand and with a million assigned seats. */
export interface Sizes<T> {
  small: T;
  big: T;
}

/** By act; milliseconds. */
export type Growth = Record<string, Sizes<Spread>>;

const WARM_UP = 10;

/** How often each act is measured: as often as the time allows, but at least a few times. */
interface Patience {
  most: number;
  ms: number;
}

export const USUAL: Patience = { most: 300, ms: 20_000 };
export const QUICK: Patience = { most: 30, ms: 3_000 };

/** Measures every act at both sizes in turn, so that other load on the machine affects both alike. */
export async function measureGrowth(grown: Sizes<Grown>, patience: Patience): Promise<Growth> {
  const growth: Growth = {};
  for (const [name, act] of Object.entries(ACTS)) {
    growth[name] = await inTurn(grown, (one, round) => act(one, DateTime.utc() as Now, round), patience);
  }
  growth['another customer, alone'] = await inTurn(grown, ({ db }) => neighbour(db), patience);
  const beside: Spread[] = [];
  for (const one of [grown.small, grown.big]) beside.push(await besideThreeLists(one, patience));
  const [small, big] = beside;
  if (small && big) growth['another customer, beside three long lists'] = { small, big };
  return growth;
}

async function inTurn(
  { small, big }: Sizes<Grown>,
  act: (grown: Grown, round: number) => Promise<unknown>,
  { most, ms }: Patience,
): Promise<Sizes<Spread>> {
  const durations: Sizes<number[]> = { small: [], big: [] };
  const deadline = performance.now() + ms;
  for (let round = -WARM_UP; round < most; round += 1) {
    const [ofSmall, ofBig] = [await timed(() => act(small, round)), await timed(() => act(big, round))];
    if (round < 0 && performance.now() < deadline) continue;
    durations.small.push(ofSmall);
    durations.big.push(ofBig);
    if (performance.now() > deadline && durations.big.length >= 3) break;
  }
  return { small: spreadOf(durations.small), big: spreadOf(durations.big) };
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

async function besideThreeLists(grown: Grown, { most, ms }: Patience): Promise<Spread> {
  let isOver = false;
  const lists = LONG_LISTS.map(async (name) => {
    for (let round = 0; !isOver; round += 1) await served(ACTS[name]?.(grown, DateTime.utc() as Now, round));
  });
  const durations: number[] = [];
  const deadline = performance.now() + ms;
  while (durations.length < most && (performance.now() < deadline || durations.length < 3)) {
    durations.push(await timed(() => served(neighbour(grown.db))));
  }
  isOver = true;
  await Promise.all(lists);
  return spreadOf(durations);
}

/** A database that has no time for somebody refuses after two and a half seconds; that is their time. */
async function served(act: Promise<unknown> | undefined): Promise<void> {
  const start = performance.now();
  await act?.catch((error) => {
    if (!isUnavailable(error) || performance.now() - start < 2_000) throw error;
  });
}
