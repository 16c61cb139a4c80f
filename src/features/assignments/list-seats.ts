import type { Person } from '../../core/person';
import type { Now } from '../../core/time';
import type { Database } from '../../database/database';
import { orderFor } from '../orders/find-customer-for';
import { isExpired } from '../orders/order';
import { pageSeats } from './order-seats.sql';
import type { SeatList } from './seat-lists';

const SEATS_PER_PAGE = 20;

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
