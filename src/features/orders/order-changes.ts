import type { Customer } from '../../core/customer';
import type { Day } from '../../core/time';
import { defineChange } from '../../database/changes';
import type { Product } from '../products/product';

/** An order was generated; `request` is the request for seats that it answers. */
export const orderGenerated = defineChange<{
  id: number;
  assignBy: Day | undefined;
  customer: Customer;
  product: Product;
  request: string | undefined;
  /** Moodle is connected. */
  enrols: boolean;
}>('order.generated');

export const orderCancelled = defineChange('order.cancelled');

/** Seats of the order changed hands or expired. Announced without a ledger row: each seat has its own. */
export const orderSeatsChanged = defineChange<{ customer: Customer }>('order.seats_changed');
