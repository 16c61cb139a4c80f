import type { CustomerAccount } from '../../core/customer';
import { UserError } from '../../core/errors';
import { demand } from '../../core/permission';
import type { Person } from '../../core/person';
import { type Now, today } from '../../core/time';
import type { Database } from '../../database/database';
import { coordinatorIdentities } from './active-coordinators.sql';
import { findAccount } from './customer-accounts.sql';
import type { CustomerCard, CustomerLine } from './customer-card';
import { findNewestOrder, unassignedOfCustomers } from './customer-orders.sql';

/** A customer, archived or not, as sales see it. */
export async function customerCard(db: Database, code: string, by: Person, now: Now): Promise<CustomerCard> {
  return cardOf(db, await accountFor(db, code, by), now);
}

/** Throws UserError when the person may not manage customers or the code is unknown. */
export async function accountFor(db: Database, code: string, by: Person): Promise<CustomerAccount> {
  demand(by, 'customers');
  const account = await findAccount(db, code);
  if (!account) throw new UserError({ code: 'customer.unknown' });
  return account;
}

/** Caller must already be authorised to see the customer. */
export async function cardOf(db: Database, account: CustomerAccount, now: Now): Promise<CustomerCard> {
  const [line] = await withSeats(db, [account], now);
  const coordinators = await coordinatorIdentities(db, account.id);
  return { account, seatsLeft: line?.seatsLeft ?? 0, coordinators, lastOrder: await findNewestOrder(db, account.id) };
}

/** Adds the seats that are assignable today, in each customer's time zone. */
export async function withSeats(db: Database, accounts: CustomerAccount[], now: Now): Promise<CustomerLine[]> {
  const unassigned = await unassignedOfCustomers(
    db,
    accounts.map(({ id }) => id),
  );
  return accounts.map((account) => {
    const day = today(now, account.timezone);
    const live = unassigned.filter(
      ({ customerId, assignBy }) => customerId === account.id && (assignBy === undefined || assignBy >= day),
    );
    return { account, seatsLeft: live.reduce((sum, { seats }) => sum + seats, 0) };
  });
}
