import type { Customer } from '../../core/customer';
import { type Refusal, refuseAny } from '../../core/errors';
import type { Identity } from '../../core/identity';
import { type Day, type Instant, isDay, type Now, today } from '../../core/time';
import { findingPhrase } from '../products/problems';
import { defaultAssignBy, type Product, type Terms } from '../products/product';
import type { Finding } from '../products/product-finding';

export const MAX_UNITS = 10_000;
/** One order is made in one transaction while somebody waits three seconds at most, so its size has a limit. */
const MAX_SEATS = 500_000;
const MAX_REFERENCE_LENGTH = 200;
export const MAX_REASON_LENGTH = 500;

export interface Order {
  id: number;
  reference: string;
  customer: Customer;
  product: Pick<Product, 'id' | 'code' | 'name'>;
  /** Units sold; `quantity × packSize` seats were generated. */
  quantity: number;
  packSize: number;
  seats: number;
  terms: Terms;
  /** The customer's own reference, such as a purchase order number. */
  externalReference: string | undefined;
  /** The last day, in the customer's zone, on which its seats can be assigned. */
  assignBy: Day | undefined;
  generatedAt: Instant;
  generatedBy: Identity;
  cancelled: { at: Instant; reason: string } | undefined;
}

interface OrderWish {
  customer: Customer;
  product: Product;
  quantity: number;
  externalReference: string | undefined;
  assignBy: Day | undefined;
  /** The first error that the check of the product tells. */
  error: Finding | undefined;
}

/** What the order will be, or every reason why it can't be made. */
export function planOrder(wish: OrderWish, now: Now): { seats: number; assignBy: Day | undefined } {
  const { product, quantity } = wish;
  const day = today(now, wish.customer.timezone);
  const refusals: Refusal[] = [];
  const seats = quantity * product.packSize;
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > MAX_UNITS) {
    refusals.push({ code: 'quantity.range', field: 'quantity', details: { most: MAX_UNITS } });
  } else if (seats > MAX_SEATS) {
    refusals.push({ code: 'quantity.too_many_seats', field: 'quantity', details: { seats, most: MAX_SEATS } });
  }
  if (product.archived) refusals.push({ code: 'product.archived', field: 'product' });
  if (product.endDate !== undefined && product.endDate < day) {
    refusals.push({ code: 'product.ended', field: 'product', details: { day: product.endDate } });
  } else if (wish.error && !product.archived) {
    refusals.push({ code: 'product.has_errors', field: 'product', details: { problem: findingPhrase(wish.error) } });
  }
  if (wish.assignBy !== undefined && !isDay(wish.assignBy)) {
    refusals.push({ code: 'date.invalid', field: 'assign_by' });
  } else if (wish.assignBy !== undefined && wish.assignBy < day) {
    refusals.push({ code: 'assign_by.past', field: 'assign_by' });
  }
  if ((wish.externalReference?.length ?? 0) > MAX_REFERENCE_LENGTH) {
    refusals.push({ code: 'text.too_long', field: 'reference', details: { most: MAX_REFERENCE_LENGTH } });
  }
  refuseAny(refusals);
  return { seats, assignBy: wish.assignBy ?? defaultAssignBy(product, day) };
}

/** Derived from the date, never from a job having run. A seat can still be assigned on the last day itself. */
export function isExpired(order: Pick<Order, 'assignBy' | 'customer'>, now: Now): boolean {
  return order.assignBy !== undefined && order.assignBy < today(now, order.customer.timezone);
}
