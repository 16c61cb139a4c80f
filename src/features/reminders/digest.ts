import type { Customer } from '../../core/customer';
import type { Day } from '../../core/time';
import type { Order } from '../orders/order';
import type { UnassignedSeats } from '../orders/pool';

/** The unassigned seats of one product. */
export interface ProductSeats {
  product: Order['product'];
  unassigned: number;
  /** The day on which the oldest of them were generated. */
  oldest: Day;
  /** What expires first; undefined when nothing ever does. */
  next: { day: Day; seats: number } | undefined;
}

/** A customer's unassigned seats by product, what expires first on top. */
export interface SeatSummary {
  customer: Customer;
  /** The customer's own. */
  day: Day;
  total: number;
  products: ProductSeats[];
}

/** What a reminder says. */
export interface Digest extends SeatSummary {
  /** What crossed a threshold on this day. */
  expiring: { order: Order; unassigned: number }[];
  /** Nothing has changed for so long that once a week may be enough. */
  offersWeekly: boolean;
}

/** What the board in the customer's channel shows. */
export interface Board extends SeatSummary {
  assignedThisMonth: number;
}

/** Without a change for so long, daily reminders are too many. */
export const QUIET_DAYS = 14;

/** Adds the orders of each product up. */
export function byProduct(orders: readonly UnassignedSeats[]): ProductSeats[] {
  const products = new Map<number, UnassignedSeats[]>();
  for (const order of orders) {
    products.set(order.product.id, [...(products.get(order.product.id) ?? []), order]);
  }
  return [...products.values()].map(addUp).sort(expiringFirst);
}

function addUp(orders: readonly UnassignedSeats[]): ProductSeats {
  const [first] = orders;
  if (!first) throw new RangeError('A product without orders has no seats.');
  const seats = (some: readonly UnassignedSeats[]) => some.reduce((sum, order) => sum + order.unassigned, 0);
  const days = orders.flatMap((order) => order.assignBy ?? []).sort();
  const [day] = days;
  return {
    product: first.product,
    unassigned: seats(orders),
    oldest: orders.map((order) => order.generatedOn).sort()[0] ?? first.generatedOn,
    next: day === undefined ? undefined : { day, seats: seats(orders.filter((order) => order.assignBy === day)) },
  };
}

function expiringFirst(one: ProductSeats, other: ProductSeats): number {
  const [first, second] = [one.next?.day ?? '9999', other.next?.day ?? '9999'];
  if (first !== second) return first < second ? -1 : 1;
  return one.product.name.localeCompare(other.product.name);
}
