import type { Person } from '../../core/person';
import type { Now } from '../../core/time';
import type { Database } from '../../database/database';
import { customerFor, type Hint, poolsFor } from './find-customer-for';
import type { PoolFilter, PoolList } from './list';
import { coursesOf } from './order-courses.sql';
import { hasOrders } from './orders.sql';
import { countExpired } from './pool-choice.sql';
import { pagePools } from './pools.sql';

const POOLS_PER_PAGE = 20;
/** Upper bound for page numbers from a client. */
const LAST_PAGE = 100_000;

/** Undefined when the person must choose a customer first. A page past the end falls back to the first. */
export async function listPools(
  db: Database,
  request: Hint & { filter: PoolFilter; page: number },
  by: Person,
  now: Now,
): Promise<PoolList | undefined> {
  const customer = await customerFor(db, request, by, 'list');
  if (!customer) return undefined;
  const scope = poolsFor(by, customer, now);
  const size = POOLS_PER_PAGE;
  let page = request.page >= 0 && request.page <= LAST_PAGE ? Math.trunc(request.page) : 0;
  let found = await pagePools(db, scope, request.filter, { size, offset: page * size });
  if (found.pools.length === 0 && page > 0) {
    page = 0;
    found = await pagePools(db, scope, request.filter, { size, offset: 0 });
  }
  const pages = Math.max(1, Math.ceil(found.totalPools / size));
  const hadSeats = found.pools.length > 0 || (await hasOrders(db, customer.id));
  const { pools, totalSeats } = found;
  const expiredSeats = await countExpired(db, scope);
  const courses = await coursesOf(
    db,
    pools.map(({ order }) => order),
  );
  const { day } = scope;
  const { filter } = request;
  return { customer, day, filter, pools, courses, totalSeats, expiredSeats, page, pages, hadSeats };
}
