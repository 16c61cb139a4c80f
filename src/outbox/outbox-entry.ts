import type { Identity } from '../core/identity';
import type { Instant } from '../core/time';

/** The receiving service. Each has a sender of its own, so that neither waits for the other. */
export type Destination = 'slack' | 'moodle';

export interface OutboxEntry {
  id: number;
  kind: string;
  /** What it is about, in a form that its kind defines, such as an order's reference or a customer's id. */
  subject: string;
  /** The recipient; undefined for a channel, or when only the delivery finds out. */
  to: Identity | undefined;
  /** Entries with the same key are sent one at a time. */
  concurrencyKey: string;
  /** The Slack method whose limit it waits for; see `calls.ts`. */
  queue: string;
  dedupeKey: string;
  /** Number of earlier attempts. */
  attempts: number;
  /** An earlier attempt got no answer, or its process died waiting for one: look before repeating. */
  maybeDone: boolean;
  createdAt: Instant;
  /** By the sender's clock; undefined before the first attempt. */
  firstTriedAt: Instant | undefined;
  /** Sum of the waits between the earlier attempts: no clock that moves changes it. */
  triedSeconds: number;
  /** By the sender's clock; the message is not worth sending later. */
  expiresAt: Instant | undefined;
}

/** An entry that this process holds while it is delivered. */
export interface ClaimedMessage extends OutboxEntry {
  /**
   * Call right before every write outside our database: the next message to the same place follows a second later. False
   * when another sender may hold the entry by now.
   */
  mayPost: () => boolean;
}
