import type { Person } from '../../core/person';
import { type Now, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import { record } from '../../database/ledger';
import { getAccount, saveArchived } from './customer-accounts.sql';
import type { CustomerCard } from './customer-card';
import { customerArchived, customerRestored } from './customer-changes';
import { accountFor, cardOf } from './find-customer-card';

/** Offers the customer nowhere and stops its reminders; deletes nothing. Idempotent. */
export function archiveCustomer(db: Database, code: string, by: Person, now: Now): Promise<CustomerCard> {
  return set(db, code, true, by, now);
}

/** Idempotent. */
export function restoreCustomer(db: Database, code: string, by: Person, now: Now): Promise<CustomerCard> {
  return set(db, code, false, by, now);
}

async function set(db: Database, code: string, archived: boolean, by: Person, now: Now): Promise<CustomerCard> {
  return db.transaction(async (tx) => {
    const id = await change(tx, code, archived, by, now);
    return cardOf(tx, await getAccount(tx, id), now);
  });
}

/** Optimistic: retries when another transaction changed the row first. */
async function change(tx: Database, code: string, archived: boolean, by: Person, now: Now): Promise<number> {
  const before = await accountFor(tx, code, by);
  if (before.archived === archived) return before.id;
  if (!(await saveArchived(tx, before, archived ? toInstant(now) : undefined))) {
    return change(tx, code, archived, by, now);
  }
  const details = { subject: before.code, customerId: before.id };
  const facts = { channel: before.channel, hasMoved: false, hasAnotherDay: false, inBulk: false };
  // An archived customer's channel goes unchecked, so a restore sets it up again.
  if (archived) await record(tx, by, now, customerArchived(details, { ...facts, asker: undefined }));
  else await record(tx, by, now, customerRestored(details, { ...facts, asker: by }));
  return before.id;
}
