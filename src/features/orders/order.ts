import { refuseDay } from '../../core/coming-day';
import type { Customer } from '../../core/customer';
import { type Refusal, refuseAny } from '../../core/errors';
import type { Identity } from '../../core/identity';
import { type Day, type Instant, type Now, today } from '../../core/time';
import { findingPhrase } from '../products/problems';
import { defaultAssignBy, type Product, type Terms } from '../products/product';
import type { Finding } from '../products/product-finding';

export const MAX_UNITS = 10_000;
/** One transaction generates an order within Slack's three seconds, so the size of an order has a limit. */
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
  /** Last day to assign its seats, in the customer's zone. */
  assignBy: Day | undefined;
  generatedAt: Instant;
  generatedBy: Identity;
  cancelled: { at: Instant; reason: string } | undefined;
}

/** The open courses that an order's seats are valid for now. */
export interface OrderCourses {
  /** The first of them, by name. */
  names: readonly string[];
  total: number;
}

interface OrderInput {
  customer: Customer;
  product: Product;
  quantity: number;
  externalReference: string | undefined;
  assignBy: Day | undefined;
  /** First error found by the product check. */
  error: Finding | undefined;
}

/** Throws UserError with all refusals at once. */
export function planOrder(input: OrderInput, now: Now): { seats: number; assignBy: Day | undefined } {
  const { product, quantity } = input;
  const day = today(now, input.customer.timezone);
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
  } else if (input.error && !product.archived) {
    refusals.push({ code: 'product.has_errors', field: 'product', details: { problem: findingPhrase(input.error) } });
  }
  const wrongDay = refuseDay(input.assignBy ?? day, { first: day, field: 'assign_by', early: 'assign_by.past' });
  if (wrongDay) refusals.push(wrongDay);
  if ((input.externalReference?.length ?? 0) > MAX_REFERENCE_LENGTH) {
    refusals.push({ code: 'text.too_long', field: 'reference', details: { most: MAX_REFERENCE_LENGTH } });
  }
  refuseAny(refusals);
  return { seats, assignBy: input.assignBy ?? defaultAssignBy(product, day) };
}

/** Derived from the date, never from a job. Seats can still be assigned on the last day itself. */
export function isExpired(order: Pick<Order, 'assignBy' | 'customer'>, now: Now): boolean {
  return order.assignBy !== undefined && order.assignBy < today(now, order.customer.timezone);
}
