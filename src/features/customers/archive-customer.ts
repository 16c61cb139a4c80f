import type { CustomerAccount } from '../../core/customer';
import type { Person } from '../../core/person';
import { type Instant, type Now, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import { record } from '../../database/ledger';
import { enqueue } from '../../outbox/outbox';
import { queueHomes } from '../home/follow-homes';
import { ordersOnOffer } from '../orders/orders.sql';
import { getAccount, saveArchived } from './customer-accounts.sql';
import type { CustomerCard } from './customer-card';
import { accountFor, cardOf } from './find-customer-card';
import { setUpChannel } from './set-up-channel';
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
    const id = await change(tx, code, archived, by, now);
    return cardOf(tx, await getAccount(tx, id), now);
  });
}

/** Whoever changes the customer at the same moment changes something else, or the same: then it is looked at again. */
async function change(tx: Database, code: string, archived: boolean, by: Person, now: Now): Promise<number> {
  const before = await accountFor(tx, code, by);
  if (before.archived === archived) return before.id;
  if (!(await saveArchived(tx, before, archived ? toInstant(now) : undefined))) {
    return change(tx, code, archived, by, now);
  }
  const action = archived ? 'customer.archived' : 'customer.restored';
  await record(tx, by, now, { action, subject: before.code, customerId: before.id });
  // In the order in which an order's changes are followed, so that neither waits for the other.
  await followOrders(tx, before, toInstant(now));
  await moveBoard(tx, before.id, now);
  // Nobody looked after its channel meanwhile.
  if (!archived) await setUpChannel(tx, before, by, toInstant(now));
  await queueHomes(tx, before.id, toInstant(now));
  return before.id;
}

/** Their messages offer what can be done now. */
async function followOrders(tx: Database, { id, channel }: CustomerAccount, at: Instant): Promise<void> {
  for (const subject of await ordersOnOffer(tx, id)) await enqueue(tx, { kind: 'order.refresh', subject, channel }, at);
}
