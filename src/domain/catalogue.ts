import type { Course } from './course';
import type { Customer } from './customer';
import type { Identity } from './person';
import type { ProductTerms } from './product';

/** What the file does not say of description and support course stays as it is. */
export type CatalogueProduct = Omit<ProductTerms, 'startSecond' | 'endSecond'>;
export type CatalogueCustomer = Omit<Customer, 'id' | 'channelError'> & {
  coordinators: Identity[];
  /** What the file does not name holds a default: good for a new customer, and no reason to change a known one. */
  leftOut?: readonly ('timezone' | 'locale')[];
};

/** What an import file holds. */
export interface Catalogue {
  courses: Omit<Course, 'id'>[];
  products: CatalogueProduct[];
  customers: CatalogueCustomer[];
}

/** What importing does, or would do, to one thing. */
export interface CatalogueChange {
  kind: 'course' | 'product' | 'customer';
  key: string;
  change: 'created' | 'updated' | 'unchanged';
  /** Field by field, such as `pack_size: 5 → 10`. */
  details: string[];
}
