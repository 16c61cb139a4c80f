import type { HolidayCalendar } from './core/holiday-calendar';
import type { Identified, Person } from './core/person';
import type { Appointed, Membership } from './core/role';
import type { Now } from './core/time';
import type { Database } from './database/database';
import type { Moodle } from './moodle/client';
import type { MoodleRoles } from './moodle/moodle-role';
import type { Answer, Request } from './slack/answers';
import type { Option } from './slack/blocks';
import type { Translate } from './slack/translate';

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
  /** Asks Slack where somebody is from, whom a list gave by their user id alone. Takes a second at most, and never rejects. */
  identify: (userId: string) => Promise<Identified>;
  staff: Staff;
}

/** Reads the request, calls one service, returns one view. What it throws is explained to the person elsewhere. */
export type Handler = (request: Request, context: Context) => Promise<Answer>;

/** Answers a type-ahead list. */
export type OptionsHandler = (request: Request, context: Context) => Promise<Option[]>;

/** Everything people can do, by the names that Slack sends. */
export interface Routes {
  /** By the first word after the slash command; `unknown` gets all else. */
  commands: Record<string, Handler>;
  unknown: Handler;
  shortcuts: Record<string, Handler>;
  /** By action id, for buttons in messages, modals and the Home. */
  actions: Record<string, Handler>;
  /** By the modal's callback id, then the input's name, for inputs that tell us at once. */
  changes: Record<string, Record<string, Handler>>;
  /** By the modal's callback id. */
  submissions: Record<string, Handler>;
  /** By the callback id of a modal that a submission on top of it may have made untrue: shows it again. */
  refreshes: Record<string, Handler>;
  /** By the modal's callback id, then the input's name. */
  options: Record<string, Record<string, OptionsHandler>>;
  home: Handler;
}
