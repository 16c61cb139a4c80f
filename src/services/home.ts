import type { Customer } from '../domain/customer';
import type { CustomerAtHome, Health, Home, HomePages, SalesAtHome } from '../domain/home';
import { can } from '../domain/permission';
import type { Person } from '../domain/person';
import { monthStart, type Now, parseInstant, today, toInstant } from '../domain/time';
import { fullName } from '../domain/trainee';
import { waitingAccessRequests } from '../storage/access-requests';
import { latestAssignments } from '../storage/assignments';
import { countStocked, pageStock } from '../storage/customer-stock';
import { brokenCustomers, searchCustomers } from '../storage/customers';
import type { Database } from '../storage/database';
import { missingEssentials } from '../storage/essentials';
import { countFailed } from '../storage/failed-enrolments';
import { saveHome } from '../storage/homes';
import { findCourseTroubles, findTrouble } from '../storage/moodle-trouble';
import { countSold } from '../storage/orders';
import { countByState, messagesWaiting } from '../storage/outbox-overview';
import { unassignedByOrder } from '../storage/pools';
import { productsWithErrors } from '../storage/product-errors';
import { lastDecision } from '../storage/reminders';
import { waitingRequests } from '../storage/requests';
import { poolsFor } from './access';
import type { When } from './check-products';

const CUSTOMERS_PER_PAGE = 5;
const LATEST = 3;
const MOST_SHOWN = 5;
const STOCK_PER_PAGE = 10;

/** What the person sees first. Whose Home it is, is noted down with their role, so that it follows what happens. */
export async function openHome(db: Database, pages: HomePages, by: Person, when: When): Promise<Home> {
  const home = await homeOf(db, pages, by, when);
  const seen = {
    customers: home.page,
    stock: home.sales?.stock.page ?? 0,
    seesAll: by.sales,
    showsWaiting: (home.health?.waiting ?? 0) > 0,
  };
  await db.transaction((tx) => saveHome(tx, by, seen, toInstant(when.now)));
  return home;
}

/** A page past the end shows the first one. */
export async function homeOf(db: Database, wanted: HomePages, by: Person, when: When): Promise<Home> {
  const { now } = when;
  const customers = by.customers.length > 0 ? await searchCustomers(db, '', by.customers) : [];
  const { page, pages } = pageIn(customers.length, CUSTOMERS_PER_PAGE, wanted.customers);
  const from = page * CUSTOMERS_PER_PAGE;
  const own: CustomerAtHome[] = [];
  for (const customer of customers.slice(from, from + CUSTOMERS_PER_PAGE)) {
    own.push(await customerAtHome(db, customer, by, now));
  }
  return {
    trouble: by.sales || own.length > 0 ? await findTrouble(db) : undefined,
    customers: own,
    page,
    pages,
    sales: by.sales ? await salesAtHome(db, wanted.stock, when) : undefined,
    health: can(by, 'health') ? await healthOf(db, when) : undefined,
  };
}

function pageIn(total: number, size: number, wanted: number): { page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(total / size));
  return { page: Number.isInteger(wanted) && wanted >= 0 && wanted < pages ? wanted : 0, pages };
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
    latest: latest.map(({ trainee, course, at, enrolment }) => ({
      trainee: fullName(trainee),
      course: course.name,
      day: today(parseInstant(at), customer.timezone),
      enrolment,
    })),
    failed: await countFailed(db, scope),
  };
}

async function salesAtHome(db: Database, wanted: number, { now, timezone }: When): Promise<SalesAtHome> {
  const { page, pages } = pageIn(await countStocked(db), STOCK_PER_PAGE, wanted);
  const shown = await pageStock(db, { size: STOCK_PER_PAGE, offset: page * STOCK_PER_PAGE });
  return {
    missing: await missingEssentials(db),
    sold: await countSold(db, toInstant(monthStart(now, timezone))),
    requests: await waitingRequests(db, MOST_SHOWN),
    access: await waitingAccessRequests(db, MOST_SHOWN),
    broken: await brokenCustomers(db, MOST_SHOWN),
    failed: await countFailed(db),
    stock: { shown, page, pages },
  };
}

async function healthOf(db: Database, { now, timezone, roles }: When): Promise<Health> {
  const { dead } = await countByState(db);
  return {
    ...(await messagesWaiting(db)),
    givenUp: dead,
    productsWithErrors: (await productsWithErrors(db, { day: today(now, timezone), roles })).size,
    remindersAt: await lastDecision(db),
    courses: await findCourseTroubles(db, MOST_SHOWN),
  };
}
