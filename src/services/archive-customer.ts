import type { CustomerCard } from '../domain/customer-card';
import { UserError } from '../domain/errors';
import type { Person } from '../domain/person';
import { type Now, toInstant } from '../domain/time';
import { getAccount, saveArchived } from '../storage/customer-accounts';
import type { Database } from '../storage/database';
import { record } from '../storage/ledger';
import { accountFor, cardOf } from './customer-card';
import { moveBoard } from './tell-customer';

/** Offered nowhere, reminded of nothing; everything is kept. Pressed twice it is one change. */
export function archiveCustomer(db: Database, code: string, by: Person, now: Now): Promise<CustomerCard> {
  return set(db, code, true, by, now);
}

/** Brings everything back. */
export function restoreCustomer(db: Database, code: string, by: Person, now: Now): Promise<CustomerCard> {
  return set(db, code, false, by, now);
}

async function set(db: Database, code: string, archived: boolean, by: Person, now: Now): Promise<CustomerCard> {
  return db.transaction(async (tx) => {
    const before = await accountFor(tx, code, by);
    if (before.archived !== archived) {
      const isSaved = await saveArchived(tx, before, archived ? toInstant(now) : undefined);
      if (!isSaved) throw new UserError({ code: 'customer.changed' });
      const action = archived ? 'customer.archived' : 'customer.restored';
      await record(tx, by, now, { action, subject: before.code, customerId: before.id });
      await moveBoard(tx, before.id, now);
    }
    return cardOf(tx, await getAccount(tx, before.id), now);
  });
}
