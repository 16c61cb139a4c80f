import type { Course } from '../../core/course';
import type { Customer } from '../../core/customer';
import type { Identity } from '../../core/identity';
import type { Now } from '../../core/time';
import type { ProductTerms } from '../products/product';

/** A description or support course that the file leaves out stays unchanged. */
export type CatalogueProduct = Omit<ProductTerms, 'startSecond' | 'endSecond'>;
// Fields in `leftOut` contain defaults for new items, and do not change existing ones.

export type CatalogueCourse = Omit<Course, 'id'> & { leftOut?: readonly 'open'[] };
export type CatalogueCustomer = Omit<Customer, 'id' | 'channelError' | 'archived'> & {
  coordinators: Identity[];
  leftOut?: readonly ('channel' | 'timezone' | 'locale')[];
};
/** A coordinator of a customer, given by its code. `products` are the codes that they may assign; empty means all. */
export type CatalogueCoordinator = Identity & {
  customer: string;
  products: readonly string[];
  quota: number | undefined;
  leftOut: readonly ('products' | 'quota')[];
};

/** The content of an import file. */
export interface Catalogue {
  courses: CatalogueCourse[];
  products: CatalogueProduct[];
  customers: CatalogueCustomer[];
}

/** What an import does, or would do, to one item. */
export interface CatalogueChange {
  kind: 'course' | 'product' | 'customer' | 'coordinator';
  key: string;
  /** The item's name; for a coordinator, the customer's. */
  name?: string;
  change: 'created' | 'updated' | 'unchanged';
  /** One per field, such as `pack_size: 5 → 10`. */
  details: string[];
}

export interface ImportSettings {
  now: Now;
  /** False only says what would change. */
  apply: boolean;
}
