import type { KnownBlock } from '@slack/types';
import type { Block } from './blocks';
import type { FaultSwitch } from './fault-switches';
import type { Mail } from './moodle/records';
import type { MoodleSwitch } from './moodle/switches';
import type { ElementState, Values } from './view-state';

/** A person, as the page and the payloads show them. */
export interface Profile {
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

export interface Message {
  ts: string;
  user: string;
  text: string;
  blocks?: KnownBlock[];
  ephemeral: boolean;
  edited: boolean;
  pinned: boolean;
  files?: { id: string; name: string; size: number }[];
}

interface PlainText {
  type: string;
  text: string;
}

/** A modal or a Home, as Slack returns and delivers it. */
export interface View {
  id: string;
  team_id: string;
  type: 'modal' | 'home';
  callback_id: string;
  external_id: string;
  private_metadata: string;
  title: PlainText | null;
  submit: PlainText | null;
  close: PlainText | null;
  blocks: Block[];
  state: { values: Values };
  hash: string;
  root_view_id: string;
  previous_view_id: string | null;
  clear_on_close: boolean;
  notify_on_close: boolean;
  app_id: string;
  bot_id: string;
  app_installed_team_id: string;
}

export interface Option {
  text: PlainText;
  value: string;
  description?: PlainText;
}

export interface OptionGroup {
  label: PlainText;
  options: Option[];
}

export interface Failure {
  id: number;
  text: string;
}

/** A pending or dead entry of the bot's outbox. */
interface OutboxEntry {
  id: number;
  kind: string;
  to: string;
  state: string;
  /** ISO instant. */
  due: string;
  attempts: number;
  error?: string;
}

export interface OutboxSummary {
  counts: { pending: number; sending: number; sent: number; unknown: number; dead: number };
  entries: OutboxEntry[];
}

/** The courses of the local Moodle and their members. Times are Unix seconds, 0 for none. */
export interface MoodleSummary {
  /** The token with which the command line reaches this Moodle. */
  token: string;
  /** The switches that are on. */
  on: MoodleSwitch[];
  courses: {
    id: number;
    shortname: string;
    fullname: string;
    visible: boolean;
    takesEnrolments: boolean;
    people: {
      accountId: number;
      name: string;
      method: 'manual' | 'self';
      suspended: boolean;
      start: number;
      end: number;
      roles: string[];
      groups: string[];
      lastVisit: number;
    }[];
  }[];
  /** Latest first. */
  mails: Mail[];
}

/** Everything that the page draws for one person. */
export interface State {
  person: Profile;
  people: Profile[];
  channels: { id: string; name: string; kind: 'channel' | 'direct'; shared: boolean }[];
  messages: Record<string, Message[]>;
  home?: View;
  modals: View[];
  errors: Record<string, string>;
  commands: { command: string; description: string; hint: string }[];
  shortcuts: { name: string; callbackId: string }[];
  failures: Failure[];
  /** The workspace's time as an ISO instant, its offset in milliseconds, and the person's time zone. */
  clock: { now: string; zone: string; moved: boolean; ahead: number };
  /** The faults that are switched on. */
  faults: FaultSwitch[];
  /** When the server started; present only without demonstration data. */
  emptySince?: string;
}

/** The result of a person's action. A failure is also shown to them. */
export type Outcome = { ok: true } | { ok: false; error: string };

export type { ElementState, Values };
