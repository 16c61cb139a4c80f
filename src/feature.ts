import type { CommandHelp, HelpLines } from './core/command-help';
import type { HolidayCalendar } from './core/holiday-calendar';
import type { Identified, Person } from './core/person';
import type { Appointed, Membership } from './core/role';
import type { Now } from './core/time';
import type { Translate } from './core/words';
import type { Subscription } from './database/changes';
import type { Database } from './database/database';
import type { Moodle } from './moodle/client';
import type { MoodleRoles } from './moodle/moodle-role';
import type { MessageContext, OutboxMessage } from './outbox/message';
import type { Copy } from './slack/catalogue';
import type { ChannelChange } from './slack/channel-change';
import type * as routes from './slack/routes';

/** Information about people that only Slack and the settings have. */
export interface Staff {
  appointed: () => Promise<Appointed>;
  /** Asks Slack; takes at most one second. */
  membershipOf: (userId: string) => Promise<Membership>;
}

/** The context of every handler: the person, their language, the time and the database. */
export interface Context {
  db: Database;
  person: Person;
  now: Now;
  t: Translate;
  calendar: HolidayCalendar;
  /** The time zone for days that belong to no customer. */
  timezone: string;
  /** The Moodle roles from the settings. */
  roles: MoodleRoles;
  /**
   * Undefined when assignments work without Moodle. Handlers must not wait for Moodle; they can only link to its
   * courses.
   */
  moodle: Pick<Moodle, 'courseAddress' | 'passwordAddress'> | undefined;
  /** Looks up a chosen user id in Slack. Takes at most one second; never rejects. */
  identify: (userId: string) => Promise<Identified>;
  staff: Staff;
  /** The help of all commands. */
  help: CommandHelp;
}

export type Handler = routes.Handler<Context>;
export type OptionsHandler = routes.OptionsHandler<Context>;
export type Remedy = routes.Remedy<Context>;
type Routes = routes.Routes<Context>;

export interface Command {
  run: Handler;
  /** Without it, help omits the command. */
  help?: HelpLines;
}

/** The context of a job. */
interface JobContext extends MessageContext {
  /** The real clock; `now` can be a simulated one. */
  clock: () => Now;
}

/** A periodic task; a failed run is logged, and the next one follows. */
export interface Job {
  name: string;
  /** From the end of one run to the start of the next. */
  seconds: number;
  /** Skipped when there is no Moodle. */
  needsMoodle?: true;
  /** Deletes what is old: skipped unless the clock has run as time passes, in case it is wrong. */
  deletes?: true;
  run: (context: JobContext) => Promise<unknown>;
}

/**
 * Everything that a feature adds to the product; nothing else registers anything. The route tables are those of
 * `Routes`.
 */
export interface Feature extends Partial<Omit<Routes, 'commands'>> {
  name: string;
  /** Its texts, in each language. */
  copy: Copy;
  /** Keyed by the first word after `/seats`. */
  commands?: Record<string, Command>;
  /** The message kinds that it queues. */
  messages?: readonly OutboxMessage[];
  /** The change kinds that it records or announces. */
  changes?: readonly { action: string }[];
  /** Reactions to its own changes and to those of earlier features. */
  on?: readonly Subscription[];
  every?: readonly Job[];
  /** Applies Slack channel events to the feature's tables. */
  onChannelChange?: (db: Database, change: ChannelChange, now: Now) => Promise<void>;
}

/** Checks the declaration's type where it is written. */
export function feature(declaration: Feature): Feature {
  return declaration;
}
