import type { Matches } from '../courses/match-courses';
import type { Product } from './product';
import type { Finding } from './product-finding';

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
