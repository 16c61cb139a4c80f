import { DateTime } from 'luxon';
import { orderReference } from '../../../src/core/reference';
import type { Now } from '../../../src/core/time';
import type { Database } from '../../../src/database/database';
import { findAssignableCourses } from '../../../src/features/assignments/find-courses';
import { findTrainees } from '../../../src/features/assignments/find-trainees';
import { findCustomers } from '../../../src/features/customers/find-customers';
import { findPools } from '../../../src/features/orders/find-pools';
import { findProductsBought } from '../../../src/features/orders/find-products-bought';
import { findProducts } from '../../../src/features/products/find-products';
import { found } from '../../support/found';
import { spreadOf, timeEach } from '../measure';
import { type Line, spreadLine } from '../report';
import { coordinatorOf, SALES } from '../seed/people';
import { customerAt, type Section } from './section';

/** The same as for opening a modal: what people take for immediate. */
const MAX_P99_MS = 100;

type Search = (db: Database, customerId: number, now: Now) => Promise<unknown[]>;

const SEARCHES: Record<string, Search> = {
  'courses of a customer, nothing typed': coursesOf(''),
  'courses of a customer, "level 1"': coursesOf('level 1'),
  'courses of a chosen pool, nothing typed': async (db, id, now) => {
    const first = await found(db('orders').where({ customer_id: id }).orderBy('id').first('id'));
    return findAssignableCourses(db, { pool: orderReference(first.id) }, '', coordinatorOf(id), now);
  },
  'products to filter by, nothing typed': (db, id) => findProductsBought(db, {}, '', coordinatorOf(id)),
  'trainees, nothing typed': (db, id) => findTrainees(db, {}, '', coordinatorOf(id)),
  'trainees, "ada lov"': (db, id) => findTrainees(db, {}, 'ada lov', coordinatorOf(id)),
  'pools, nothing typed': (db, id, now) => findPools(db, {}, '', coordinatorOf(id), now),
  'pools, "pack"': (db, id, now) => findPools(db, {}, 'pack', coordinatorOf(id), now),
  'customers, "customer 12"': (db) => findCustomers(db, 'customer 12', SALES, 'generate'),
  'products, nothing typed': (db) => findProducts(db, '', SALES),
};

export const typeAhead: Section = async ({ big, quick }) => {
  const rounds = quick ? { warmUp: 5, measured: 30 } : { warmUp: 30, measured: 300 };
  const lines: Line[] = [];
  for (const [name, search] of Object.entries(SEARCHES)) {
    const durations = await timeEach(rounds, async (index) => {
      const found = await search(big.db, customerAt(index, big.customers), DateTime.utc() as Now);
      if (found.length === 0) throw new Error(`Nothing was found: ${name}.`);
    });
    lines.push(spreadLine(`type-ahead, ${name}`, spreadOf(durations), MAX_P99_MS));
  }
  return lines;
};

function coursesOf(typed: string): Search {
  return (db, id, now) => findAssignableCourses(db, {}, typed, coordinatorOf(id), now);
}
