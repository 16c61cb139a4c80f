import { defineChange } from '../database/changes';
import type { OutboxEntry } from './outbox-entry';

/** A message was sent, or there was nothing to say. `channel` is where a new message stands that is for no single person. */
export const messageSent = defineChange<{ kind: string; channel: string | undefined }>('outbox.sent');

/** A message was given up. `customerId` is the customer whose channel or coordinator it was for. */
export const messageGivenUp = defineChange<{
  entry: OutboxEntry;
  error: string;
  customerId: number | undefined;
  /** A person is told of it already. */
  isReported: boolean;
}>('outbox.given_up');
