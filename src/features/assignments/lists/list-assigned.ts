import type { Person } from '../../../core/person';
import type { Now } from '../../../core/time';
import type { Database } from '../../../database/database';
import { wordsOf } from '../../../database/search';
import { customerFor, type Hint, poolsFor } from '../../orders/find-customer-for';
import type { PoolScope } from '../../orders/pools.sql';
import { countAssigned, findAssignedSeats, pageAssigned } from './assigned-seats.sql';
import type { ListMark } from './list-mark';
import { type Placed, seatsBeside, seatsFrom } from './long-lists.sql';
import { searchSeats } from './search-seats.sql';
import type { AssignedList } from './seat-lists';

const SEATS_PER_PAGE = 20;
/** Upper bound for page numbers from a client. */
const LAST_PAGE = 100_000;
/** Of a longer list, only a page at a time is read. */
const SHORT_LIST = 2_000;
/** Of a long list, a search shows so many: ten pages. */
const MAX_FOUND_SEATS = 200;

type Page = Pick<AssignedList, 'seats' | 'total' | 'isCut' | 'page' | 'pages' | 'ends'>;
type Request = ListMark & { search: string };

/**
 * The customer's assigned seats, found by trainee name or address. Undefined when the person must choose a customer
 * first. A page past the end falls back to the last, a place that is unknown by now to the page's number.
 */
export async function listAssigned(
  db: Database,
  request: Hint & Request,
  by: Person,
  now: Now,
): Promise<AssignedList | undefined> {
  const customer = await customerFor(db, request, by, 'list');
  if (!customer) return undefined;
  const { search } = request;
  const scope = poolsFor(by, customer, now);
  const all = await countAssigned(db, scope);
  const wanted = { ...request, page: request.page >= 0 && request.page <= LAST_PAGE ? Math.trunc(request.page) : 0 };
  const page = await (all > SHORT_LIST ? pageOfLong(db, scope, all, wanted) : pageOfShort(db, scope, wanted));
  return { customer, search, ...page };
}

async function pageOfShort(db: Database, scope: PoolScope, { search, page }: Request): Promise<Page> {
  const found = await pageAssigned(db, scope, search, { size: SEATS_PER_PAGE, offset: page * SEATS_PER_PAGE });
  const pages = pagesOf(found.total);
  if (page >= pages) return pageOfShort(db, scope, { search, page: pages - 1 });
  return { ...found, isCut: false, page, pages, ends: undefined };
}

async function pageOfLong(db: Database, scope: PoolScope, total: number, wanted: Request): Promise<Page> {
  if (wordsOf(wanted.search).length > 0) return pageOfFound(db, scope, wanted);
  const pages = pagesOf(total);
  const page = Math.min(wanted.page, pages - 1);
  const placed = await placedOn(db, scope, { page, place: wanted.page === page ? wanted.place : undefined }, total);
  if (placed.length === 0) return pageOfShort(db, scope, wanted);
  const seats = await findAssignedSeats(db, idsOf(placed));
  const [first, last] = [placed[0], placed.at(-1)];
  const ends = first &&
    last && { before: { side: 'before', ...first } as const, after: { side: 'after', ...last } as const };
  return { seats, total, isCut: false, page, pages, ends };
}

/** From the place if there is one, else from the nearer end of the list. */
async function placedOn(db: Database, scope: PoolScope, { page, place }: ListMark, total: number): Promise<Placed[]> {
  const size = SEATS_PER_PAGE;
  const beside = place && page > 0 ? await seatsBeside(db, scope, place, size) : undefined;
  if (beside && beside.length > 0) return beside;
  const offset = page * size;
  if (offset < total / 2) return seatsFrom(db, scope, 'start', { size, offset });
  const left = Math.min(size, total - offset);
  return seatsFrom(db, scope, 'end', { size: left, offset: total - offset - left });
}

async function pageOfFound(db: Database, scope: PoolScope, { search, page: wanted }: Request): Promise<Page> {
  const { seats: found, isCut } = await searchSeats(db, scope, search, MAX_FOUND_SEATS);
  const pages = pagesOf(found.length);
  const page = Math.min(wanted, pages - 1);
  const ids = idsOf(found.slice(page * SEATS_PER_PAGE, (page + 1) * SEATS_PER_PAGE));
  return { seats: await findAssignedSeats(db, ids), total: found.length, isCut, page, pages, ends: undefined };
}

function pagesOf(total: number): number {
  return Math.max(1, Math.ceil(total / SEATS_PER_PAGE));
}

function idsOf(placed: readonly Placed[]): number[] {
  return placed.map(({ id }) => id);
}
