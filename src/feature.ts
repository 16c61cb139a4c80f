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

/** What only Slack and the settings know of people. */
export interface Staff {
  appointed: () => Promise<Appointed>;
  /** Asks Slack, a second at most. */
  membershipOf: (userId: string) => Promise<Membership>;
}

/** What every handler gets: who asks, in which language, at what time, and where the data is. */
export interface Context {
  db: Database;
  person: Person;
  now: Now;
  t: Translate;
  calendar: HolidayCalendar;
  /** In which days are days that belong to no customer. */
  timezone: string;
  /** Those that the courses' Moodle has, as the settings say. */
  roles: MoodleRoles;
  /** Undefined where seats are assigned without it. Answers never wait for it: they may only say where a course is. */
  moodle: Pick<Moodle, 'courseAddress'> | undefined;
  /** Asks Slack who a user id of a list is. Takes a second at most, and never rejects. */
  identify: (userId: string) => Promise<Identified>;
  staff: Staff;
  /** What people can type, of all features. */
  help: CommandHelp;
}

export type Handler = routes.Handler<Context>;
export type OptionsHandler = routes.OptionsHandler<Context>;
export type Remedy = routes.Remedy<Context>;
type Routes = routes.Routes<Context>;

export interface Command {
  run: Handler;
  /** Without it, help does not name the command. */
  help?: HelpLines;
}

/** What a job works with. */
interface JobContext extends MessageContext {
  /** The real clock, where `now` may be one that people move. */
  clock: () => Now;
}

/** Something that is done over and over; a failure is logged, and the next round comes. */
export interface Job {
  name: string;
  /** From the end of one round to the beginning of the next. */
  seconds: number;
  /** Left out where there is no Moodle. */
  needsMoodle?: true;
  run: (context: JobContext) => Promise<unknown>;
}

/** All that one feature adds to the product; nothing else registers anything. The tables are those of `Routes`. */
export interface Feature extends Partial<Omit<Routes, 'commands'>> {
  name: string;
  /** What it says, in each language. */
  copy: Copy;
  /** By the first word after `/seats`. */
  commands?: Record<string, Command>;
  /** The kinds of messages that it queues. */
  messages?: readonly OutboxMessage[];
  /** The kinds of changes that it records or announces. */
  changes?: readonly { action: string }[];
  /** What follows from changes, its own or those of features before it. */
  on?: readonly Subscription[];
  every?: readonly Job[];
  /** Keeps our tables true to what happens to channels in Slack. */
  onChannelChange?: (db: Database, change: ChannelChange, now: Now) => Promise<void>;
}

/** Types the declaration where it stands. */
export function feature(declaration: Feature): Feature {
  return declaration;
}
