import type { Person } from '../../core/person';
import type { Now } from '../../core/time';
import type { Database } from '../../database/database';
import { customerFor, type Hint, poolsFor } from '../orders/find-customer-for';
import { pageAssigned } from './assigned-seats.sql';
import type { AssignedList } from './seat-lists';

const SEATS_PER_PAGE = 20;
/** Beyond it there is nothing, whatever a client asks for. */
const LAST_PAGE = 100_000;

/** Who has a seat of the customer's, found by name or address. Undefined when the person has to choose a customer first. */
export async function listAssigned(
  db: Database,
  request: Hint & { typed: string; page: number },
  by: Person,
  now: Now,
): Promise<AssignedList | undefined> {
  const customer = await customerFor(db, request, by, 'list');
  if (!customer) return undefined;
  const { typed } = request;
  const size = SEATS_PER_PAGE;
  const wanted = request.page >= 0 && request.page <= LAST_PAGE ? Math.trunc(request.page) : 0;
  const scope = poolsFor(by, customer, now);
  const found = await pageAssigned(db, scope, typed, { size, offset: wanted * size });
  const pages = Math.max(1, Math.ceil(found.total / size));
  if (wanted >= pages) return listAssigned(db, { ...request, page: pages - 1 }, by, now);
  return { customer, typed, ...found, page: wanted, pages };
}
