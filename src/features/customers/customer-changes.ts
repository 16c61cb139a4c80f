import type { Identity } from '../../core/identity';
import { defineChange } from '../../database/changes';

interface CustomerFacts {
  /** The customer's current channel. */
  channel: string | undefined;
  /** The change set another channel. */
  hasMoved: boolean;
  /** The change set another time zone, which moves the day on which seats expire. */
  hasAnotherDay: boolean;
  /** Asked for the channel and hears of a failure. Undefined when the channel needs no set-up. */
  asker: Identity | undefined;
  /** Part of a bulk import: follow-up work has low priority, and people get no individual notices. */
  inBulk: boolean;
}

export const customerCreated = defineChange<CustomerFacts>('customer.created');
export const customerUpdated = defineChange<CustomerFacts>('customer.updated');
export const customerArchived = defineChange<CustomerFacts>('customer.archived');
export const customerRestored = defineChange<CustomerFacts>('customer.restored');

/** A customer's channel broke or recovered. Leaves no row in the ledger. */
export const channelStateChanged = defineChange('customer.channel_state');
