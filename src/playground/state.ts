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

/** A modal or a Home, as Slack answers and delivers it. */
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

/** What waits in the bot's outbox or was given up, the newest trouble first, at most fifty. */
interface OutboxEntry {
  id: number;
  kind: string;
  to: string;
  state: string;
  /** An ISO instant. */
  due: string;
  attempts: number;
  error?: string;
}

export interface OutboxSummary {
  counts: { pending: number; sending: number; sent: number; unknown: number; dead: number };
  entries: OutboxEntry[];
}

/** Who is in the courses of the local Moodle, in Unix seconds, 0 for none. */
export interface MoodleSummary {
  /** With it the command line reaches this Moodle. */
  token: string;
  /** Those that are on. */
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
  /** The latest first. */
  mails: Mail[];
}

/** Everything the page draws for one person. */
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
  /** The workspace's time, an ISO instant, how many milliseconds that is ahead, and the zone the person lives in. */
  clock: { now: string; zone: string; moved: boolean; ahead: number };
  /** Those that are on. */
  faults: FaultSwitch[];
  /** When the server began, where that was without demonstration. */
  emptySince?: string;
}

/** What a person's gesture came to; a failure is also shown to them. */
export type Outcome = { ok: true } | { ok: false; error: string };

export type { ElementState, Values };
