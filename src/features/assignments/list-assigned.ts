import type { Person } from '../../core/person';
import type { Now } from '../../core/time';
import type { Database } from '../../database/database';
import { customerFor, type Hint, poolsFor } from '../orders/find-customer-for';
import { pageAssigned } from './assigned-seats.sql';
import type { AssignedList } from './seat-lists';

const SEATS_PER_PAGE = 20;
/** Upper bound for page numbers from a client. */
const LAST_PAGE = 100_000;

/**
 * The customer's assigned seats, found by trainee name or address. Undefined when the person must choose a customer
 * first.
 */
export async function listAssigned(
  db: Database,
  request: Hint & { search: string; page: number },
  by: Person,
  now: Now,
): Promise<AssignedList | undefined> {
  const customer = await customerFor(db, request, by, 'list');
  if (!customer) return undefined;
  const { search } = request;
  const size = SEATS_PER_PAGE;
  const wanted = request.page >= 0 && request.page <= LAST_PAGE ? Math.trunc(request.page) : 0;
  const scope = poolsFor(by, customer, now);
  const found = await pageAssigned(db, scope, search, { size, offset: wanted * size });
  const pages = Math.max(1, Math.ceil(found.total / size));
  if (wanted >= pages) return listAssigned(db, { ...request, page: pages - 1 }, by, now);
  return { customer, search, ...found, page: wanted, pages };
}
