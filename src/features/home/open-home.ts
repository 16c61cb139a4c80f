import type { Customer } from '../../core/customer';
import { can } from '../../core/permission';
import type { Person } from '../../core/person';
import { monthStart, type Now, parseInstant, today, toInstant } from '../../core/time';
import { fullName } from '../../core/trainee';
import type { Database } from '../../database/database';
import { countByState, messagesWaiting } from '../../outbox/outbox-overview';
import { latestAssignments } from '../assignments/assignments.sql';
import { findCourseOutages, findOutage } from '../courses/moodle-outage.sql';
import { brokenCustomers, searchCustomers } from '../customers/customers.sql';
import { missingSetupSteps } from '../customers/setup-checklist.sql';
import { countFailed } from '../enrolments/failed-enrolments.sql';
import { poolsFor } from '../orders/find-customer-for';
import { countSold } from '../orders/orders.sql';
import { unassignedByOrder } from '../orders/pools.sql';
import type { When } from '../products/check-products';
import { productsWithErrors } from '../products/product-errors.sql';
import { lastDecision } from '../reminders/reminders.sql';
import { waitingAccessRequests } from '../requests/access-requests.sql';
import { waitingRequests } from '../requests/requests.sql';
import { countStocked, pageStock } from './customer-stock.sql';
import type { CustomerAtHome, Health, Home, HomePages, SalesAtHome } from './home';
import { HOME_KINDS } from './home-kinds';
import { saveHome } from './homes.sql';

const CUSTOMERS_PER_PAGE = 5;
const LATEST = 3;
const MAX_SHOWN = 5;
const STOCK_PER_PAGE = 10;

/** Builds the person's Home, and registers it for refreshes with the person's role. */
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

/** A page past the end falls back to the first. */
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
    outage: by.sales || own.length > 0 ? await findOutage(db) : undefined,
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
    missing: await missingSetupSteps(db),
    sold: await countSold(db, toInstant(monthStart(now, timezone))),
    requests: await waitingRequests(db, MAX_SHOWN),
    access: await waitingAccessRequests(db, MAX_SHOWN),
    broken: await brokenCustomers(db, MAX_SHOWN),
    failed: await countFailed(db),
    stock: { shown, page, pages },
  };
}

async function healthOf(db: Database, { now, timezone, roles }: When): Promise<Health> {
  const { dead } = await countByState(db);
  return {
    ...(await messagesWaiting(db, HOME_KINDS)),
    givenUp: dead,
    productsWithErrors: (await productsWithErrors(db, { day: today(now, timezone), roles })).size,
    remindersAt: await lastDecision(db),
    courses: await findCourseOutages(db, MAX_SHOWN),
  };
}
