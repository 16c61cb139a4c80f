import { DateTime } from 'luxon';
import type { Person } from '../../../src/core/person';
import type { Now } from '../../../src/core/time';
import type { Database } from '../../../src/database/database';
import { findAssignableCourses } from '../../../src/features/assignments/find-courses';
import { findCustomers } from '../../../src/features/customers/find-customers';
import { homeOf } from '../../../src/features/home/open-home';
import { findProducts } from '../../../src/features/products/find-products';
import { USUAL_ROLES } from '../../../src/moodle/moodle-role';
import { spreadOf, timeEach } from '../measure';
import { type Line, spreadLine } from '../report';
import { coordinatorOf, SALES } from '../seed/people';
import { customerAt, type Section } from './section';

const MAX_SEARCH_MS = 100;
const MAX_HOME_MS = 200;
const ADMIN: Person = { ...SALES, userId: 'U0ADMIN0001', admin: true };

type Look = (db: Database, customerId: number, now: Now) => Promise<unknown>;

const SEARCHES: Record<string, Look> = {
  'customers, nothing typed': (db) => findCustomers(db, '', SALES, 'generate'),
  'customers, "customer 17"': (db) => findCustomers(db, 'customer 17', SALES, 'generate'),
  'customers, a name': (db, id) => findCustomers(db, `Customer ${id} of`, SALES, 'generate'),
  'products, nothing typed': (db) => findProducts(db, '', SALES),
  'products, "pack 499"': (db) => findProducts(db, 'pack 499', SALES),
  'products, "wel"': (db) => findProducts(db, 'wel', SALES),
  'courses, nothing typed': (db, id, now) => findAssignableCourses(db, {}, '', coordinatorOf(id), now),
  'courses, "level 12"': (db, id, now) => findAssignableCourses(db, {}, 'level 12', coordinatorOf(id), now),
};

const FIRST = { customers: 0, stock: 0 };
/** The last one: there are ten customers on each. */
const LAST = { customers: 0, stock: 1_999 };
const timezone = 'Europe/Paris';
const roles = USUAL_ROLES;

const HOMES: Record<string, Look> = {
  'a coordinator': (db, id, now) => homeOf(db, FIRST, coordinatorOf(id), { now, timezone, roles }),
  sales: (db, _id, now) => homeOf(db, FIRST, SALES, { now, timezone, roles }),
  'sales, on the last page': (db, _id, now) => homeOf(db, LAST, SALES, { now, timezone, roles }),
  'an administrator': (db, _id, now) => homeOf(db, FIRST, ADMIN, { now, timezone, roles }),
};

/** Twenty thousand customers, five thousand products, two thousand courses. */
export const manyCustomers: Section = async ({ market, quick }) => {
  const rounds = quick ? { warmUp: 5, measured: 30 } : { warmUp: 20, measured: 200 };
  const lines: Line[] = [];
  const measure = async (what: string, look: Look, most: number) => {
    const durations = await timeEach(rounds, (index) =>
      look(market.db, customerAt(index, market.customers), DateTime.utc() as Now),
    );
    lines.push(spreadLine(what, spreadOf(durations), most));
  };
  for (const [name, look] of Object.entries(SEARCHES)) await measure(`20,000 customers, ${name}`, look, MAX_SEARCH_MS);
  for (const [who, look] of Object.entries(HOMES)) await measure(`20,000 customers, Home of ${who}`, look, MAX_HOME_MS);
  return lines;
};
