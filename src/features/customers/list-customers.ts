import { demand } from '../../core/permission';
import type { Person } from '../../core/person';
import type { Now } from '../../core/time';
import type { Database } from '../../database/database';
import { pageAccounts } from './customer-accounts.sql';
import type { CustomerList } from './customer-card';
import { withSeats } from './find-customer-card';

const CUSTOMERS_PER_PAGE = 20;
/** Bounds the offset that a forged request can ask for. */
const LAST_PAGE = 100_000;

/** Matches name or code. A page past the end returns the last page. */
export async function listCustomers(
  db: Database,
  { search, page }: { search: string; page: number },
  by: Person,
  now: Now,
): Promise<CustomerList> {
  demand(by, 'customers');
  const size = CUSTOMERS_PER_PAGE;
  const wanted = page >= 0 && page <= LAST_PAGE ? Math.trunc(page) : 0;
  const { accounts, total } = await pageAccounts(db, search, { size, offset: wanted * size });
  const pages = Math.max(1, Math.ceil(total / size));
  if (wanted >= pages) return listCustomers(db, { search, page: pages - 1 }, by, now);
  return { search, lines: await withSeats(db, accounts, now), total, page: wanted, pages };
}
