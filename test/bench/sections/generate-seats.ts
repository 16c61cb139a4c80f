import { DateTime } from 'luxon';
import { type Now, toInstant } from '../../../src/core/time';
import type { Database } from '../../../src/database/database';
import { generateSeats } from '../../../src/features/orders/generate-seats';
import { findProduct } from '../../../src/features/products/products.sql';
import { USUAL_ROLES } from '../../../src/moodle/moodle-role';
import { spreadOf, timed } from '../measure';
import { type Line, ratioLine, spreadLine } from '../report';
import { channelOf, customerCode, SALES } from '../seed/people';
import { insertRawOrder, manyRows, type RawOrder, recursively } from './raw-order';
import { customerAt, type Section } from './section';

const SEATS = 10_000;
const MAX_RATIO = 3;
/** Limited to two patterns. */
const PRODUCT = 'PRODUCT-23';

type Way = (db: Database, order: RawOrder, now: Now) => Promise<unknown>;

const WAYS: Record<'service' | 'manyRows' | 'recursively', Way> = {
  service: (db, { customerId, quantity }, now) => {
    const form = { customer: customerCode(customerId), product: PRODUCT, quantity };
    return generateSeats(db, { ...form, externalReference: undefined, assignBy: undefined }, SALES, {
      now,
      roles: USUAL_ROLES,
    });
  },
  manyRows: (db, order) => insertRawOrder(db, order, manyRows),
  recursively: (db, order) => insertRawOrder(db, order, recursively),
};

/** The service against plain SQL that writes the same rows into the same database, in turn. */
export const generate: Section = async ({ big: { db, customers }, quick }) => {
  const rounds = quick ? 3 : 21;
  const durations: Record<keyof typeof WAYS, number[]> = { service: [], manyRows: [], recursively: [] };
  for (let round = -1; round < rounds; round += 1) {
    for (const way of inTurn(round)) {
      const now = DateTime.utc() as Now;
      const order = await orderFor(db, customerAt(round, customers), now);
      // Or one of them would now and then pay for what the others wrote.
      await db.raw('pragma wal_checkpoint(truncate)');
      const duration = await timed(() => WAYS[way](db, order, now));
      if (round >= 0) durations[way].push(duration);
    }
  }
  return linesOf(durations);
};

function linesOf(durations: Record<keyof typeof WAYS, number[]>): Line[] {
  const service = spreadOf(durations.service);
  const [many, recursive] = [spreadOf(durations.manyRows), spreadOf(durations.recursively)];
  const fastest = Math.min(many.median, recursive.median);
  return [
    spreadLine('generate 10,000 seats, the service', service),
    spreadLine('generate 10,000 seats, raw: 1,000 rows a statement', many),
    spreadLine('generate 10,000 seats, raw: recursive statement', recursive),
    ratioLine('generate 10,000 seats, service ÷ faster raw', service.median / fastest, MAX_RATIO),
  ];
}

async function orderFor(db: Database, customerId: number, now: Now): Promise<RawOrder> {
  const product = await findProduct(db, PRODUCT);
  if (!product) throw new Error(`There is no product ${PRODUCT}.`);
  const { id: productId, packSize, courses: patterns } = product;
  const [channel, quantity] = [channelOf(customerId), SEATS / packSize];
  return { customerId, channel, productId, packSize, patterns, quantity, seats: SEATS, at: toInstant(now) };
}

/** Another one begins in each round. */
function inTurn(round: number): (keyof typeof WAYS)[] {
  const ways = Object.keys(WAYS) as (keyof typeof WAYS)[];
  const first = Math.abs(round) % ways.length;
  return [...ways.slice(first), ...ways.slice(0, first)];
}
