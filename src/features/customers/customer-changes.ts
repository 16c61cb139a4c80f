import type { Identity } from '../../core/identity';
import { defineChange } from '../../database/changes';

interface CustomerFacts {
  /** The channel that the customer has now. */
  channel: string | undefined;
  /** The channel is another one than before. */
  hasMoved: boolean;
  /** The customer's time zone is another one than before, and with it the day on which seats expire. */
  hasAnotherDay: boolean;
  /** Who wants the channel made or entered, and is told when that fails; undefined where nothing is to be done about it. */
  asker: Identity | undefined;
  /** One of many: what follows gives way to everything else, and nobody is told one by one. */
  inBulk: boolean;
}

export const customerCreated = defineChange<CustomerFacts>('customer.created');
export const customerUpdated = defineChange<CustomerFacts>('customer.updated');
export const customerArchived = defineChange<CustomerFacts>('customer.archived');
export const customerRestored = defineChange<CustomerFacts>('customer.restored');

/** A customer's channel broke or works again. Leaves no row in the ledger. */
export const channelStateChanged = defineChange('customer.channel_state');
