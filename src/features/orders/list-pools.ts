import { customerFor, type Hint, orderFor, poolsFor } from '../../core/access';
import type { Person } from '../../core/person';
import type { Now } from '../../core/time';
import type { Database } from '../../database/database';
import type { PoolFilter, PoolList, SeatList } from './list';
import { isExpired } from './order';
import { hasOrders } from './orders.sql';
import { countExpired } from './pool-choice.sql';
import { pagePools } from './pools.sql';
import { pageSeats } from './seats.sql';

const POOLS_PER_PAGE = 20;
const SEATS_PER_PAGE = 20;
/** Beyond it there is nothing, whatever a client asks for. */
const LAST_PAGE = 100_000;

/** Undefined when the person has to choose a customer first. A page past the end shows the first one. */
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
  return { customer, day: scope.day, filter: request.filter, pools, totalSeats, expiredSeats, page, pages, hadSeats };
}

/** One order's seats with their references, whatever their state. */
export async function listSeats(
  db: Database,
  request: { order: string; page: number },
  by: Person,
  now: Now,
): Promise<SeatList> {
  const order = await orderFor(db, request.order, by, 'list');
  const size = SEATS_PER_PAGE;
  const pages = Math.max(1, Math.ceil(order.seats / size));
  const page = Math.min(Math.max(0, Math.trunc(request.page) || 0), pages - 1);
  const { seats, unassigned } = await pageSeats(db, order.id, { size, offset: page * size });
  return { order, seats, unassigned, isExpired: isExpired(order, now), page, pages };
}
