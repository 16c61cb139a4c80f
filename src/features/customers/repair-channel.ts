import type { CustomerAccount } from '../../core/customer';
import { UserError } from '../../core/errors';
import type { Person } from '../../core/person';
import { type Now, toInstant } from '../../core/time';
import { announce } from '../../database/changes';
import type { Database } from '../../database/database';
import { forgetChannelError, getAccount } from './customer-accounts.sql';
import { channelStateChanged } from './customer-changes';
import { setUpChannel } from './customer-channel.messages';
import { accountFor } from './find-customer-card';
import { inUse } from './in-use';

/** Retries a failed channel set-up. Throws UserError when the channel works. */
export async function repairChannel(db: Database, code: string, by: Person, now: Now): Promise<CustomerAccount> {
  return db.transaction(async (tx) => {
    const account = await accountFor(tx, code, by);
    inUse(account);
    if (account.channelError === undefined) throw new UserError({ code: 'channel.works' });
    // A channel not created yet shows as pending once the error is gone. An existing channel stays broken until a message
    // or a check reaches it.
    if (!account.channel) await forgetChannelError(tx, account.id);
    await announce(tx, { by, now }, channelStateChanged({ subject: account.code, customerId: account.id }));
    await setUpChannel(tx, account, by, toInstant(now));
    return getAccount(tx, account.id);
  });
}
