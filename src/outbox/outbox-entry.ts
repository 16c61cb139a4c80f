import type { Identity } from '../core/identity';
import type { Instant } from '../core/time';

/** Who takes what is sent there; each has a sender of its own, so that neither waits for the other. */
export type Destination = 'slack' | 'moodle';

export interface OutboxEntry {
  id: number;
  kind: string;
  /** What it is about, in the words of its kind: an order's reference, a customer's number … */
  subject: string;
  /** Whom it goes to; undefined when that is a channel, or when it is not known before its turn comes. */
  to: Identity | undefined;
  /** What takes one message at a time. */
  concurrencyKey: string;
  dedupeKey: string;
  /** How often sending was tried before. */
  attempts: number;
  /** An earlier try got no answer or did not live to hear it: look before repeating. */
  maybeDone: boolean;
  createdAt: Instant;
  /** By the sender's clock; undefined before the first try. */
  firstTriedAt: Instant | undefined;
  /** By the sender's clock: not worth sending later than this. */
  expiresAt: Instant | undefined;
}

/** An entry that this process holds while it is delivered. */
export interface ClaimedMessage extends OutboxEntry {
  /** Asked right before anything is written outside: the next message to the same place follows a second later. False when another sender may hold the entry by now. */
  mayPost: () => boolean;
}
