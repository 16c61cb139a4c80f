import type { Person } from '../../core/person';
import type { Now } from '../../core/time';
import type { Database } from '../../database/database';
import { customerFor, type Hint, poolsFor } from './find-customer-for';
import type { Pool } from './pool';
import { searchPools } from './pools.sql';

/** Pools the person may assign from; at most 100. */
export async function findPools(db: Database, hint: Hint, search: string, by: Person, now: Now): Promise<Pool[]> {
  const customer = await customerFor(db, hint, by, 'assign');
  return customer ? searchPools(db, poolsFor(by, customer, now), search) : [];
}
