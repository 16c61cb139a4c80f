import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { CommandHelp } from '../core/command-help';
import type { Locale } from '../core/customer';
import type { HolidayCalendar } from '../core/holiday-calendar';
import type { Identity } from '../core/identity';
import type { Person, Profile } from '../core/person';
import type { SlackMethod } from '../core/slack-limits';
import type { Now } from '../core/time';
import type { Translator } from '../core/words';
import type { Database } from '../database/database';
import type { Moodle } from '../moodle/client';
import type { MoodleRoles } from '../moodle/moodle-role';
import type { ClaimedMessage, Destination, OutboxEntry } from './outbox-entry';

/** Dependencies of the message handlers. */
export interface MessageContext {
  db: Database;
  log: Logger;
  client: WebClient;
  /** Decides which day it is for customers. */
  now: () => Now;
  translator: Translator;
  /** The commands that the Home lists. */
  help: CommandHelp;
  /** The person's language in Slack, else their customer's. */
  localeOf: (identity: Identity) => Promise<Locale>;
  /** Everyone who sells. Rejects with Slack's error. */
  salesTeam: () => Promise<Identity[]>;
  /** Administrators; while there are none, everyone who sells, as they count as such. Rejects with Slack's error. */
  administrators: () => Promise<Identity[]>;
  calendar: HolidayCalendar;
  /** The person with their current permissions. */
  personOf: (identity: Identity) => Promise<Person>;
  /** For customers whose import file leaves them out. */
  defaults: { timezone: string; locale: Locale };
  roles: MoodleRoles;
  /** Undefined when seats are assigned without Moodle. */
  moodle: Moodle | undefined;
  /** The person's profile in Slack; undefined when Slack does not share it. Rejects with Slack's error. */
  profileOf: (identity: Identity) => Promise<Profile | undefined>;
}

/** The message's position in Slack, nothing to send, or the reason for a later attempt. */
export type Outcome =
  /** `isFound`: an earlier attempt posted it, so its content may be outdated. `isPosted`: it is new. */
  | { kind: 'sent'; channel: string; ts: string; isFound?: boolean; isPosted?: boolean }
  | { kind: 'nothing' }
  | { kind: 'later'; why: string };

/** One kind of effect outside our database. */
export interface OutboxMessage {
  /** Stored with every entry, so it never changes. */
  kind: string;
  /** Defaults to Slack. */
  destination?: Destination;
  /** The method of Slack that it mainly calls, whose limit it waits for. Defaults to `chat.postMessage`. */
  method?: SlackMethod;
  /** Only queues other messages. Nothing goes outside, so no rate limit counts it. */
  isInternal?: true;
  /**
   * Performs the effect with current data, not the data of when it was queued. Rejects with the error of Slack or
   * Moodle.
   */
  deliver: (message: ClaimedMessage, context: MessageContext) => Promise<Outcome>;
  /** The customer whose channel or coordinator receives the message, looked up by the entry's subject. */
  customerOf?: (tx: Database, subject: string) => Promise<number>;
  /** Runs in the transaction that makes the entry a dead letter. */
  onGivenUp?: (tx: Database, entry: OutboxEntry, error: string, now: Now) => Promise<void>;
  /** `onGivenUp` notifies a person of the broken channel, so no other report is needed. */
  reportsItself?: true;
  /** Dead letters are deleted after a month, like sent messages, so that they can be queued again. */
  isForgottenWhenDead?: true;
}

/** By its kind, as entries name it. */
export type OutboxMessages = ReadonlyMap<string, OutboxMessage>;

/** Defines one kind of effect outside our database. The feature that declares it makes it known to the senders. */
export function defineMessage(message: OutboxMessage): OutboxMessage {
  return message;
}

export function messagesByKind(messages: readonly OutboxMessage[]): OutboxMessages {
  return new Map(messages.map((message) => [message.kind, message]));
}
