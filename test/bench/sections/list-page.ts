import { DateTime } from 'luxon';
import type { Now } from '../../../src/core/time';
import { listPools } from '../../../src/features/orders/list-pools';
import { spreadOf, timed } from '../measure';
import { medianLine, ratioLine } from '../report';
import type { Seeded } from '../seed/build-database';
import { channelOf, coordinatorOf } from '../seed/people';
import { customerAt, type Section } from './section';

const MAX_MS = 20;
const MAX_RATIO = 1.5;

/** The list with its counts; both databases in turn, so that what else the machine does slows both alike. */
export const listPage: Section = async ({ big, small, quick }) => {
  const rounds = quick ? { warmUp: 20, measured: 100 } : { warmUp: 100, measured: 1_500 };
  const durations = { big: [] as number[], small: [] as number[] };
  for (let index = -rounds.warmUp; index < rounds.measured; index += 1) {
    const pair = { big: await timed(() => list(big, index)), small: await timed(() => list(small, index)) };
    if (index < 0) continue;
    durations.big.push(pair.big);
    durations.small.push(pair.small);
  }
  const [ofBig, ofSmall] = [spreadOf(durations.big), spreadOf(durations.small)];
  return [
    medianLine('list page with counts, 1,000,000 seats', ofBig, MAX_MS),
    medianLine('list page with counts, 10,000 seats', ofSmall, MAX_MS),
    ratioLine('list page, 1,000,000 seats ÷ 10,000 seats', ofBig.median / ofSmall.median, MAX_RATIO),
  ];
};

async function list({ db, customers }: Seeded, index: number): Promise<void> {
  const customer = customerAt(index, customers);
  const request = { channel: channelOf(customer), filter: {}, page: 0 };
  const found = await listPools(db, request, coordinatorOf(customer), DateTime.utc() as Now);
  if (!found || found.pools.length < 2) throw new Error(`Customer ${customer} was shown no list.`);
}
