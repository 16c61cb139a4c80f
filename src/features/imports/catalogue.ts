import type { Course } from '../../core/course';
import type { Customer } from '../../core/customer';
import type { Identity } from '../../core/identity';
import type { ProductTerms } from '../products/product';

/** What the file does not say of description and support course stays as it is. */
export type CatalogueProduct = Omit<ProductTerms, 'startSecond' | 'endSecond'>;
// What a file leaves out holds a default: good for what is new, and no reason to change what is known.

export type CatalogueCourse = Omit<Course, 'id'> & { leftOut?: readonly 'open'[] };
export type CatalogueCustomer = Omit<Customer, 'id' | 'channelError' | 'archived'> & {
  coordinators: Identity[];
  leftOut?: readonly ('channel' | 'timezone' | 'locale')[];
};
/** Somebody for a customer that is known by its code, with the codes of the only products they may assign; none: all. */
export type CatalogueCoordinator = Identity & {
  customer: string;
  products: readonly string[];
  quota: number | undefined;
  leftOut: readonly ('products' | 'quota')[];
};

/** What an import file holds. */
export interface Catalogue {
  courses: CatalogueCourse[];
  products: CatalogueProduct[];
  customers: CatalogueCustomer[];
}

/** What importing does, or would do, to one thing. */
export interface CatalogueChange {
  kind: 'course' | 'product' | 'customer' | 'coordinator';
  key: string;
  /** What people call it; a coordinator's customer. */
  name?: string;
  change: 'created' | 'updated' | 'unchanged';
  /** Field by field, such as `pack_size: 5 → 10`. */
  details: string[];
}
