import type { Matches } from '../courses/match-courses';
import type { Product } from './product';
import type { Finding } from './product-finding';

/** One page of all products, those on sale first. */
export interface ProductList {
  /** The search text. */
  search: string;
  products: Product[];
  /** Ids of products that cannot be sold because of errors. */
  wrong: ReadonlySet<number>;
  total: number;
  page: number;
  pages: number;
}

/** Everything known about one product now. */
export interface ProductCard {
  product: Product;
  /** Errors first. */
  findings: readonly Finding[];
  matches: Matches;
  /** Number of orders sold under other terms than the current ones. */
  earlierOrders: number;
  /** Time of the check, `HH:MM`. */
  checkedAt: string;
}
