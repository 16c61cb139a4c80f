import type { Customer } from '../domain/customer';
import type { CustomerAtHome, Health, Home, SalesAtHome } from '../domain/home';
import type { MoodleRoles } from '../domain/moodle-role';
import { can } from '../domain/permission';
import type { Identity, Person } from '../domain/person';
import { type Instant, monthStart, type Now, parseInstant, today, toInstant } from '../domain/time';
import { fullName } from '../domain/trainee';
import { waitingAccessRequests } from '../storage/access-requests';
import { latestAssignments } from '../storage/assignments';
import { brokenCustomers, searchCustomers } from '../storage/customers';
import type { Database } from '../storage/database';
import { missingEssentials } from '../storage/essentials';
import { homesConcerned, saveHome } from '../storage/homes';
import { countSold } from '../storage/orders';
import { enqueue, personKey } from '../storage/outbox';
import { countByState, oldestWaiting } from '../storage/outbox-overview';
import { unassignedByOrder } from '../storage/pools';
import { countProductsWithErrors } from '../storage/product-errors';
import { lastDecision } from '../storage/reminders';
import { waitingRequests } from '../storage/requests';
import { customersRunningLow } from '../storage/stock';
import { poolsFor } from './access';

const CUSTOMERS_PER_PAGE = 5;
const LATEST = 3;
const MOST_SHOWN = 5;
const MOST_LOW = 10;

/** When, and which roles Moodle has then. */
interface Moment {
  now: Now;
  roles: MoodleRoles;
}

/** What the person sees first. Whose Home it is, is noted down with their role, so that it follows what happens. */
export async function openHome(db: Database, page: number, by: Person, when: Moment): Promise<Home> {
  const home = await homeOf(db, page, by, when);
  const seen = { page: home.page, seesAll: by.sales };
  await db.transaction((tx) => saveHome(tx, by, seen, toInstant(when.now)));
  return home;
}

/** A page past the end shows the first one. */
export async function homeOf(db: Database, page: number, by: Person, when: Moment): Promise<Home> {
  const { now } = when;
  const customers = by.customers.length > 0 ? await searchCustomers(db, '', by.customers) : [];
  const pages = Math.max(1, Math.ceil(customers.length / CUSTOMERS_PER_PAGE));
  const shown = Number.isInteger(page) && page >= 0 && page < pages ? page : 0;
  const from = shown * CUSTOMERS_PER_PAGE;
  const own: CustomerAtHome[] = [];
  for (const customer of customers.slice(from, from + CUSTOMERS_PER_PAGE)) {
    own.push(await customerAtHome(db, customer, by, now));
  }
  return {
    customers: own,
    page: shown,
    pages,
    sales: by.sales ? await salesAtHome(db, now) : undefined,
    health: can(by, 'health') ? await healthOf(db, when) : undefined,
  };
}

/** Has every Home follow in which something changed: a customer's, or what all who sell see. */
export async function followHomes(tx: Database, customerId: number | undefined, at: Instant): Promise<void> {
  for (const person of await homesConcerned(tx, customerId)) await queueHome(tx, person, at);
}

/** Has one person's Home follow, if they have one. */
export async function queueHome(tx: Database, person: Identity, at: Instant): Promise<void> {
  await enqueue(tx, { kind: 'home.refresh', subject: personKey(person) }, at);
}

async function customerAtHome(db: Database, customer: Customer, by: Person, now: Now): Promise<CustomerAtHome> {
  const scope = poolsFor(by, customer, now);
  const pools = await unassignedByOrder(db, scope, customer.timezone);
  const days = pools.flatMap(({ assignBy }) => assignBy ?? []).sort();
  const [day] = days;
  const seats = (some: typeof pools) => some.reduce((sum, { unassigned }) => sum + unassigned, 0);
  const latest = await latestAssignments(db, scope, LATEST);
  return {
    customer,
    unassigned: seats(pools),
    next: day === undefined ? undefined : { day, seats: seats(pools.filter(({ assignBy }) => assignBy === day)) },
    latest: latest.map(({ trainee, course, at }) => ({
      trainee: fullName(trainee),
      course: course.name,
      day: today(parseInstant(at), customer.timezone),
    })),
  };
}

async function salesAtHome(db: Database, now: Now): Promise<SalesAtHome> {
  return {
    missing: await missingEssentials(db),
    sold: await countSold(db, toInstant(monthStart(now, 'utc'))),
    requests: await waitingRequests(db, MOST_SHOWN),
    access: await waitingAccessRequests(db, MOST_SHOWN),
    broken: await brokenCustomers(db, MOST_SHOWN),
    low: await customersRunningLow(db, now, MOST_LOW),
  };
}

async function healthOf(db: Database, { now, roles }: Moment): Promise<Health> {
  const { pending, sending, unknown, dead } = await countByState(db);
  return {
    waiting: pending + sending + unknown,
    oldest: await oldestWaiting(db),
    givenUp: dead,
    productsWithErrors: await countProductsWithErrors(db, today(now, 'utc'), roles),
    remindersAt: await lastDecision(db),
  };
}
