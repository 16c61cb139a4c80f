import type { Person } from '../../../core/person';
import type { Now } from '../../../core/time';
import type { Database } from '../../../database/database';
import { coursesOfOrder } from '../../orders/courses-of-order';
import { orderFor } from '../../orders/find-customer-for';
import { isExpired } from '../../orders/order';
import { countUnassigned } from '../../orders/seats.sql';
import { pageSeats } from './order-seats.sql';
import type { SeatList } from './seat-lists';

const SEATS_PER_PAGE = 20;

/** One page of an order's seats, in any state. */
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
  const seats = await pageSeats(db, order, { size, offset: page * size });
  const unassigned = await countUnassigned(db, order.id);
  const courses = await coursesOfOrder(db, order);
  return { order, courses, seats, unassigned, isExpired: isExpired(order, now), page, pages };
}
