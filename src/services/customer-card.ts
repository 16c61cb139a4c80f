import type { CustomerAccount } from '../domain/customer';
import type { CustomerCard, CustomerLine } from '../domain/customer-card';
import { UserError } from '../domain/errors';
import { demand } from '../domain/permission';
import type { Person } from '../domain/person';
import { type Now, today } from '../domain/time';
import { coordinatorsOf } from '../storage/coordinators';
import { findAccount } from '../storage/customer-accounts';
import { unassignedOfCustomers } from '../storage/customer-seats';
import type { Database } from '../storage/database';
import { findNewestOrder } from '../storage/orders';

/** What sales see of a customer, archived or not. */
export async function customerCard(db: Database, code: string, by: Person, now: Now): Promise<CustomerCard> {
  return cardOf(db, await accountFor(db, code, by), now);
}

/** The account, for whoever keeps customers. */
export async function accountFor(db: Database, code: string, by: Person): Promise<CustomerAccount> {
  demand(by, 'customers');
  const account = await findAccount(db, code);
  if (!account) throw new UserError({ code: 'customer.unknown' });
  return account;
}

/** For somebody who was already let in. */
export async function cardOf(db: Database, account: CustomerAccount, now: Now): Promise<CustomerCard> {
  const [line] = await withSeats(db, [account], now);
  const coordinators = await coordinatorsOf(db, account.id);
  return { account, seatsLeft: line?.seatsLeft ?? 0, coordinators, lastOrder: await findNewestOrder(db, account.id) };
}

/** Each with the seats it has left on its own day. */
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
