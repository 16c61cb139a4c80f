import { defineChange } from '../database/changes';
import type { OutboxEntry } from './outbox-entry';

/** A message was sent, or there was nothing to send. `channel` is set for a new message in a channel. */
export const messageSent = defineChange<{ kind: string; channel: string | undefined }>('outbox.sent');

/** A message became a dead letter. `customerId` is the customer whose channel or coordinator it was for. */
export const messageGivenUp = defineChange<{
  entry: OutboxEntry;
  error: string;
  customerId: number | undefined;
  /** The message itself notifies a person. */
  isReported: boolean;
}>('outbox.given_up');
