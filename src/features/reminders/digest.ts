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
  /** First seats to expire; undefined when none ever expires. */
  next: { day: Day; seats: number } | undefined;
}

/** Seat summary of a customer: unassigned seats by product, first to expire on top. */
export interface SeatSummary {
  customer: Customer;
  /** Today in the customer's zone. */
  day: Day;
  total: number;
  products: ProductSeats[];
}

/** Content of a reminder. */
export interface Digest extends SeatSummary {
  /** Orders that cross an expiry threshold on this day. */
  expiring: { order: Order; unassigned: number }[];
  /** Daily reminders, but no change for `QUIET_DAYS`: the reminder offers to come weekly. */
  offersWeekly: boolean;
}

/** Content of the board in the customer's channel. */
export interface Board extends SeatSummary {
  /** Counted up to one more than `MAX_COUNTED`. */
  assignedThisMonth: number;
  /** Seats that expired unassigned this month. */
  expiredThisMonth: number;
}

/** After this many days without a change, daily reminders are too many. */
export const QUIET_DAYS = 14;

/** Sums the orders of each product. */
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
