import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Locale } from '../core/customer';
import type { Identity, Person, Profile } from '../core/person';
import type { Now } from '../core/time';
import type { Database } from '../database/database';
import type { CommandHelp } from '../features/help/command-help';
import type { HolidayCalendar } from '../features/reminders/reminder';
import type { Moodle } from '../moodle/client';
import type { MoodleRoles } from '../moodle/moodle-role';
import type { Translator } from '../slack/translate';

/** What messages are made and sent with. */
export interface Delivery {
  db: Database;
  log: Logger;
  client: WebClient;
  /** What day it is for customers. */
  now: () => Now;
  translator: Translator;
  /** The language of somebody, as Slack or their customer has it. */
  localeOf: (identity: Identity) => Promise<Locale>;
  /** Everybody who sells; rejects with Slack's error when it cannot be asked. */
  salesTeam: () => Promise<Identity[]>;
  calendar: HolidayCalendar;
  /** What people can type, for their Home. */
  help: CommandHelp;
  /** Somebody with the rights they have now. */
  personOf: (identity: Identity) => Promise<Person>;
  /** For customers whose file says nothing. */
  defaults: { timezone: string; locale: Locale };
  roles: MoodleRoles;
  /** Undefined where seats are assigned without Moodle. */
  moodle: Moodle | undefined;
  /** As Slack knows somebody; undefined where it does not say. Rejects with Slack's error. */
  profileOf: (identity: Identity) => Promise<Profile | undefined>;
}
