import type { Customer } from '../../core/customer';
import type { Period } from '../../core/period';
import type { Day } from '../../core/time';
import type { Enrolment } from '../assignments/enrolment';
import type { Trainee } from '../assignments/trainee';
import type { Course } from '../courses/course';
import type { Product } from '../products/product';
import type { Finding } from '../products/product-finding';
import type { Matches } from '../products/product-form';
import type { Order } from './order';
import type { Pool, Seat } from './seat';

export interface PoolFilter {
  /** A product's code. */
  product?: string | undefined;
  /** A course's short name. */
  course?: string | undefined;
}

/** One page of a customer's pools, grouped by product, what expires first on top. */
export interface PoolList {
  customer: Customer;
  /** The customer's today. */
  day: Day;
  filter: PoolFilter;
  pools: Pool[];
  /** Of all pages, read together with the rows. */
  totalSeats: number;
  /** From 0. */
  page: number;
  pages: number;
  /** Unassigned seats whose last day has passed. */
  expiredSeats: number;
  /** Whether the customer ever had seats: an empty list means something else then. */
  hadSeats: boolean;
}

/** One page of an order's seats, whatever their state. */
export interface SeatList {
  order: Order;
  seats: Seat[];
  unassigned: number;
  /** Whether the day to assign them has passed. */
  isExpired: boolean;
  page: number;
  pages: number;
}

/** A seat that somebody has. */
export interface AssignedSeat {
  reference: string;
  trainee: Trainee;
  course: Course;
  period: Period;
  enrolment: Enrolment | undefined;
}

/** One page of a customer's assigned seats, by trainee. */
export interface AssignedList {
  customer: Customer;
  /** What was typed to find them. */
  typed: string;
  seats: AssignedSeat[];
  /** Of all pages. */
  total: number;
  page: number;
  pages: number;
}

/** One page of all products, those on sale first. */
export interface ProductList {
  /** What was typed to find them. */
  search: string;
  products: Product[];
  /** Ids of those that cannot be sold because of their errors. */
  wrong: ReadonlySet<number>;
  total: number;
  page: number;
  pages: number;
}

/** One product with all that is known of it now. */
export interface ProductCard {
  product: Product;
  /** Errors first. */
  findings: readonly Finding[];
  matches: Matches;
  /** Orders that were sold under other terms than those of now. */
  earlierOrders: number;
  /** When it was checked, `HH:MM`. */
  checkedAt: string;
}
