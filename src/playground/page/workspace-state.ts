import type { KnownBlock, Option, OptionGroup } from '@slack/types';
import type { Values } from './form-values';

export interface Person {
  key: string;
  name: string;
  userId: string;
  teamId: string;
  teamName: string;
  role: string;
  foreign: boolean;
  locale?: string;
  initials: string;
  color: string;
}

export interface Channel {
  id: string;
  name: string;
  kind: 'channel' | 'direct';
  shared: boolean;
}

export interface Message {
  ts: string;
  user: string;
  text: string;
  blocks?: KnownBlock[];
  files?: { id: string; name: string; size: number }[];
  ephemeral: boolean;
  edited: boolean;
  pinned: boolean;
}

interface Title {
  text: string;
}

/** A modal or a Home, with the bot's content and the input stored on the server. */
export interface View {
  id: string;
  type: 'modal' | 'home';
  callback_id?: string;
  title?: Title | null;
  submit?: Title | null;
  close?: Title | null;
  blocks: KnownBlock[];
  state?: { values: Values };
}

export interface Command {
  command: string;
  description: string;
  hint: string;
}

export interface Shortcut {
  name: string;
  callbackId: string;
}

export interface Failure {
  id: number;
  text: string;
}

export type FaultName = 'slack_down' | 'rate_limited' | 'answers_lost';

export interface OutboxEntry {
  id: number;
  kind: string;
  to: string;
  state: string;
  due: string;
  attempts: number;
  error?: string;
}

export interface OutboxSummary {
  counts: Record<'pending' | 'sending' | 'sent' | 'unknown' | 'dead', number>;
  entries: OutboxEntry[];
}

export type MoodleSwitchName =
  | 'down'
  | 'maintenance'
  | 'slow'
  | 'no_mail'
  | 'no_token'
  | 'webservice/rest:use'
  | 'moodle/course:view'
  | 'moodle/course:viewhiddencourses'
  | 'enrol/manual:enrol'
  | 'enrol/manual:unenrol'
  | 'moodle/role:assign'
  | 'moodle/user:create'
  | 'moodle/user:viewdetails'
  | 'moodle/site:viewuseridentity'
  | 'moodle/course:viewparticipants'
  | 'moodle/course:managegroups';

/** An enrolment; times are Unix seconds, 0 for none. */
export interface MoodlePerson {
  accountId: number;
  name: string;
  method: 'manual' | 'self';
  suspended: boolean;
  start: number;
  end: number;
  roles: string[];
  groups: string[];
  lastVisit: number;
}

export interface MoodleCourse {
  id: number;
  shortname: string;
  fullname: string;
  visible: boolean;
  takesEnrolments: boolean;
  people: MoodlePerson[];
}

export interface MoodleMail {
  kind: 'welcome' | 'password';
  to: string;
  course?: string;
}

export interface MoodleSummary {
  /** The token with which the command line reaches this Moodle. */
  token: string;
  /** The switches that are on. */
  on: MoodleSwitchName[];
  courses: MoodleCourse[];
  /** Latest first. */
  mails: MoodleMail[];
}

/** Numbers start again with the server, so the text is part of the name. */
export function nameOf({ id, text }: Failure): string {
  return `${id} ${text}`;
}

/** Everything that the page draws for one person. */
export interface State {
  person: Person;
  people: Person[];
  channels: Channel[];
  messages: Record<string, Message[]>;
  home?: View;
  modals: View[];
  errors: Record<string, string>;
  commands: Command[];
  shortcuts: Shortcut[];
  failures: Failure[];
  /** Milliseconds that the workspace is ahead of this computer, and the person's time zone. */
  clock: { zone: string; moved: boolean; ahead: number };
  /** The faults that are switched on. */
  faults: FaultName[];
  /** When the server started; present only without demonstration data. */
  emptySince?: string;
}

export type { KnownBlock, Option, OptionGroup };
