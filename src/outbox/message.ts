import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { CommandHelp } from '../core/command-help';
import type { Locale } from '../core/customer';
import type { HolidayCalendar } from '../core/holiday-calendar';
import type { Identity } from '../core/identity';
import type { Person, Profile } from '../core/person';
import type { Now } from '../core/time';
import type { Translator } from '../core/words';
import type { Database } from '../database/database';
import type { Moodle } from '../moodle/client';
import type { MoodleRoles } from '../moodle/moodle-role';
import type { ClaimedMessage, Destination, OutboxEntry } from './outbox-entry';

/** What messages are made and sent with. */
export interface MessageContext {
  db: Database;
  log: Logger;
  client: WebClient;
  /** What day it is for customers. */
  now: () => Now;
  translator: Translator;
  /** What people can type, for their Home. */
  help: CommandHelp;
  /** A person's language: as Slack knows it, else their customer's. */
  localeOf: (identity: Identity) => Promise<Locale>;
  /** All who sell; rejects with Slack's error when Slack cannot be asked. */
  salesTeam: () => Promise<Identity[]>;
  calendar: HolidayCalendar;
  /** A person with the rights they have now. */
  personOf: (identity: Identity) => Promise<Person>;
  /** For customers whose file says nothing. */
  defaults: { timezone: string; locale: Locale };
  roles: MoodleRoles;
  /** Undefined where seats are assigned without Moodle. */
  moodle: Moodle | undefined;
  /** A person as Slack knows them; undefined where it does not say. Rejects with Slack's error. */
  profileOf: (identity: Identity) => Promise<Profile | undefined>;
}

/** Where the message stands now, or that there was nothing to say, or why it has to wait. */
export type Outcome =
  /** `isFound` when an earlier attempt had posted it: it may say how things were then. `isPosted` when it is new. */
  | { kind: 'sent'; channel: string; ts: string; isFound?: boolean; isPosted?: boolean }
  | { kind: 'nothing' }
  | { kind: 'later'; why: string };

/** One kind of effect outside our database. */
export interface OutboxMessage {
  /** Stored with every entry, so it never changes. */
  kind: string;
  /** Slack unless said otherwise. */
  destination?: Destination;
  /** Only works out what else has to be queued: nothing goes outside, so no rate limit counts it. */
  isInternal?: true;
  /** Does what the entry asks for, as things are now, not as they were when it was queued. Rejects with what Slack or Moodle answers. */
  deliver: (message: ClaimedMessage, context: MessageContext) => Promise<Outcome>;
  /** The customer whose channel or coordinator the message goes to, by what the entry is about. */
  customerOf?: (tx: Database, subject: string) => Promise<number>;
  /** What follows when an entry is given up, in the transaction that gives it up. */
  onGivenUp?: (tx: Database, entry: OutboxEntry, error: string, now: Now) => Promise<void>;
  /** `onGivenUp` tells a person of the broken channel, so nobody else has to be told. */
  reportsItself?: true;
  /** Given up, it is deleted like what was sent, so that it can be queued again a month later. */
  isForgottenWhenDead?: true;
}

/** By its kind, as entries name it. */
export type OutboxMessages = ReadonlyMap<string, OutboxMessage>;

/** Defines one kind of effect outside our database; the feature that declares it makes it known to the senders. */
export function defineMessage(message: OutboxMessage): OutboxMessage {
  return message;
}

export function messagesByKind(messages: readonly OutboxMessage[]): OutboxMessages {
  return new Map(messages.map((message) => [message.kind, message]));
}
