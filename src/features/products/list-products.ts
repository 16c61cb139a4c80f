import { UserError } from '../../core/errors';
import { demand } from '../../core/permission';
import type { Person } from '../../core/person';
import { hasComma, withoutComma } from '../../core/restriction';
import { today } from '../../core/time';
import type { Database } from '../../database/database';
import { matchesOf } from '../courses/match-courses';
import { findingsOf, type When } from './check-products';
import { formatParameters } from './parameter-string';
import type { Product } from './product';
import { statedBy } from './product-check';
import { productsWithErrors } from './product-errors.sql';
import type { ProductCard, ProductList } from './product-list';
import { countEarlierOrders } from './product-orders.sql';
import { findProduct, pageProducts } from './products.sql';

const PER_PAGE = 20;
const MAX_SEARCH_LENGTH = 200;
/** Limits the page number that a client may send. */
const LAST_PAGE = 100_000;

/** A page past the end shows the first one. */
export async function listProducts(
  db: Database,
  request: { search: string; page: number },
  by: Person,
  { now, timezone, roles }: When,
): Promise<ProductList> {
  demand(by, 'generate');
  const search = request.search.trim().slice(0, MAX_SEARCH_LENGTH);
  const wanted = request.page >= 0 && request.page <= LAST_PAGE ? Math.trunc(request.page) : 0;
  const read = (page: number) => pageProducts(db, search, { size: PER_PAGE, offset: page * PER_PAGE });
  const found = await read(wanted);
  const page = found.products.length > 0 ? wanted : 0;
  const { products } = page === wanted ? found : await read(page);
  const only = products.map(({ id }) => id);
  const wrong = await productsWithErrors(db, { day: today(now, timezone), roles, only });
  const pages = Math.max(1, Math.ceil(found.total / PER_PAGE));
  return { search, products, wrong, total: found.total, page, pages };
}

/** Everything about one product, checked now. */
export async function productCard(db: Database, code: string, by: Person, when: When): Promise<ProductCard> {
  const product = await productFor(db, code, by);
  return {
    product,
    findings: await findingsOf(db, product, when),
    matches: await matchesOf(db, product.courses),
    earlierOrders: await countEarlierOrders(db, product),
    checkedAt: when.now.setZone(when.timezone).toFormat('HH:mm'),
  };
}

/** The parameter string of the Moodle shop that is equivalent to the product. */
export async function parametersOf(db: Database, code: string, by: Person, { timezone }: When) {
  const product = await productFor(db, code, by);
  const course = product.courses.find(hasComma);
  if (course !== undefined) {
    throw new UserError({ code: 'parameters.comma', details: { course, pattern: withoutComma(course) } });
  }
  return { product, parameters: formatParameters(statedBy(product), timezone) };
}

async function productFor(db: Database, code: string, by: Person): Promise<Product> {
  demand(by, 'generate');
  const product = await findProduct(db, code);
  if (!product) throw new UserError({ code: 'product.unknown' });
  return product;
}
