import type { WebClient, WebClientOptions } from '@slack/web-api';
import { DateTime } from 'luxon';
import type { Logger } from 'pino';
import { features } from '../commands/index';
import type { Config } from './config';
import type { Identity } from './core/identity';
import type { CallsPerMinute } from './core/slack-limits';
import type { Now } from './core/time';
import type { Translator } from './core/words';
import type { Database } from './database/database';
import { messagesOf } from './effects';
import type { Context, Staff } from './feature';
import { classifyMoodle } from './features/enrolments/classify-moodle';
import { holidayCalendar } from './features/reminders/holidays';
import { peopleGranted } from './features/roles/granted-roles.sql';
import { localeOf, NO_APPOINTMENT, personOf } from './features/roles/resolve-person';
import { boltLogger } from './log';
import type { Moodle } from './moodle/client';
import { connectMoodle } from './moodle/connect';
import { learnRefusals } from './outbox/learn-refusals';
import type { MessageContext, OutboxMessages } from './outbox/message';
import { personKey } from './outbox/outbox';
import { Sender } from './outbox/sender';
import { quickIdentity, quickLanguage, quickMembership } from './quick-look-ups';
import { helpOf } from './routes';
import { backgroundClient, interactiveClient, interactiveOptions } from './slack/clients';
import { SlackContact } from './slack/contact';
import { Directory } from './slack/directory';
import type { SlackConfig } from './slack/slack-config';
import { translatorsOf } from './translators';

/**
 * A write to Moodle can take a minute, because Moodle may send mail for each person; reading back its effect can take
 * another. Moodle completes a call whoever waits for it, so the next sender always looks first. Messages for Moodle
 * wait as long as an outage lasts.
 */
const TO_MOODLE = {
  destination: 'moodle',
  classify: classifyMoodle,
  maxAtOnce: 4,
  maxAttemptMs: 180_000,
  lastPostMs: 125_000,
  postMs: 2_000,
  maxWaitSeconds: 60,
  neverGivesUp: true,
} as const;

const translator = translatorsOf(features);

export interface AppSettings extends Pick<Config, 'sales' | 'admins' | 'locale' | 'timezone' | 'roles'> {
  /** Undefined when assignments work without Moodle. */
  moodle?: Config['moodle'];
  slack: SlackConfig;
  db: Database;
  log: Logger;
  /** The date and time that people see. Leases and rate limits always use the real clock. */
  now?: () => Now;
  /** Minimum interval between two messages to one place; the default is Slack's rate limit. */
  spacingMs?: number;
  /** Defaults to Slack's limits. */
  callsPerMinute?: CallsPerMinute;
  /** How long a sender's claim lasts without an extension. */
  leaseMs?: number;
  /** How long an answer may take before the person is told that it is on its way. */
  patienceMs?: number;
}

/** The parts that the bot and the command line share. */
export interface AppParts {
  client: WebClient;
  options: WebClientOptions;
  contact: SlackContact;
  directory: Directory;
  /** One sender per destination. */
  sender: Sender;
  moodleSender: Sender | undefined;
  moodle: Moodle | undefined;
  translator: Translator;
  contextFor: (identity: Identity) => Promise<Context>;
  messages: OutboxMessages;
  /** The context of messages and jobs. */
  context: MessageContext;
}

export function createApp(settings: AppSettings): AppParts {
  const { slack, db, log, sales, admins, locale, timezone, roles, now = clock } = settings;
  const { spacingMs, leaseMs, callsPerMinute } = settings;
  const moodle = settings.moodle && connectMoodle({ ...settings.moodle, log });
  const logger = boltLogger(log);
  const contact = new SlackContact();
  const pace = { db, log, now: clock, callsPerMinute };
  const options = { ...interactiveOptions(slack.apiUrl, logger), fetch: learnRefusals(contact.fetch, pace) };
  const client = interactiveClient(slack.botToken, options);
  const directory = new Directory(client, { sales, admins, log, now });
  const languages = { ask: (identity: Identity) => quickLanguage(directory, identity, log), fallback: locale };

  const rightsOf = async (identity: Identity, time = now()) =>
    personOf(db, identity, await directory.appointmentOf(identity), time);
  const identify = (userId: string) => quickIdentity(directory, userId, log);
  const help = helpOf(features);
  const messages = messagesOf(features);
  const staff: Staff = {
    appointed: () => directory.appointed(),
    membershipOf: (userId) => quickMembership(directory, userId, log),
  };

  const contextFor = async (identity: Identity): Promise<Context> => {
    const time = now();
    const person = await rightsOf(identity, time);
    const t = translator(await localeOf(db, person, languages, time));
    return { db, person, now: time, t, calendar: holidayCalendar, timezone, roles, moodle, identify, staff, help };
  };

  const salesTeam = async () => unique([...(await directory.salesTeam()), ...(await peopleGranted(db, 'sales'))]);
  const administrators = async () => {
    const admins = unique([...(await directory.administrators()), ...(await peopleGranted(db, 'admin'))]);
    return admins.length > 0 ? admins : salesTeam();
  };

  const context: MessageContext = {
    db,
    log,
    client: backgroundClient(slack.botToken, slack.apiUrl, logger, contact.fetch),
    now,
    localeOf: async (identity) => localeOf(db, await personOf(db, identity, NO_APPOINTMENT, now()), languages, now()),
    salesTeam,
    administrators,
    calendar: holidayCalendar,
    personOf: (identity) => rightsOf(identity),
    help,
    translator,
    defaults: { timezone, locale },
    roles,
    moodle,
    profileOf: (identity) => directory.profileOf(identity),
  };
  const sending = { ...pace, messages, context };
  const sender = new Sender({ ...sending, spacingMs, leaseMs });
  const moodleSender = moodle && new Sender({ ...sending, ...TO_MOODLE, spacingMs: 0 });
  return {
    client,
    options,
    contact,
    directory,
    sender,
    moodleSender,
    moodle,
    translator,
    contextFor,
    messages,
    context,
  };
}

function unique(people: Identity[]): Identity[] {
  return [...new Map(people.map((person) => [personKey(person), person])).values()];
}

/** The real clock. */
export function clock(): Now {
  return DateTime.utc() as Now;
}
