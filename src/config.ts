import { IANAZone } from 'luxon';
import { z } from 'zod';
import { LOCALES, type Locale } from './core/customer';
import { type MoodleRoles, readMoodleRoles, USUAL_ROLES, writeMoodleRoles } from './moodle/moodle-role';
import { portSetting } from './port-setting';
import type { SlackConfig } from './slack/slack-config';

interface MoodleConfig {
  /** The site's address, without a trailing slash. */
  url: string;
  token: string;
}

export interface Config {
  /** Undefined starts the local workspace. */
  slack: SlackConfig | undefined;
  databaseUrl: string;
  /** DATABASE_URL is not set. */
  isDefaultDatabase: boolean;
  port: number;
  /** Undefined: every address of the machine. The local workspace listens only to its own machine. */
  host: string | undefined;
  sales: { usergroup: string } | { users: string[] };
  /** Slack user ids. When empty, sales act as administrators until the app names one. */
  admins: string[];
  timezone: string;
  locale: Locale;
  roles: MoodleRoles;
  /** Undefined: the app manages the courses itself, and assignments enrol nobody in Moodle. */
  moodle: MoodleConfig | undefined;
  logLevel: string;
}

/** A missing or invalid setting; the message names it and its remedy. */
export class ConfigError extends Error {}

const text = z.string().trim().min(1).optional();

const environment = z.object({
  SLACK_BOT_TOKEN: text.refine(
    (value) => value === undefined || /^xoxb-/.test(value),
    'does not start with xoxb-: copy the Bot User OAuth Token from your app’s OAuth page',
  ),
  SLACK_SIGNING_SECRET: text,
  SLACK_APP_TOKEN: text.refine(
    (value) => value === undefined || /^xapp-/.test(value),
    'does not start with xapp-: create an App-Level Token with connections:write on your app’s Basic Information page',
  ),
  SLACK_API_URL: z.url('is not a URL: leave it out to use Slack itself').default('https://slack.com/api/'),
  DATABASE_URL: z
    .string()
    .trim()
    .regex(
      /^(sqlite:.+|postgres(ql)?:\/\/.+)$/,
      'is neither sqlite:<file> nor postgres://…: leave it out to use a file in data/',
    )
    .optional(),
  PORT: portSetting,
  HOST: text,
  SALES_USERGROUP: text,
  SALES_USERS: text,
  ADMIN_USERS: text,
  DEFAULT_TIMEZONE: z
    .string()
    .refine((zone) => IANAZone.isValidZone(zone), 'is not a time zone: write one such as Europe/Paris')
    .default('Europe/Paris'),
  DEFAULT_LOCALE: z.enum(LOCALES, `is not one of ${LOCALES.join(', ')}`).default('en'),
  MOODLE_URL: z
    .url({
      protocol: /^https?$/,
      error: 'is not the address of a Moodle: write it as https://moodle.example.com, or leave it out',
    })
    .optional(),
  MOODLE_TOKEN: text,
  MOODLE_ROLES: z
    .string()
    .default(writeMoodleRoles(USUAL_ROLES))
    .transform((roles, context) => {
      const read = readMoodleRoles(roles);
      const message = `is not a list of roles with their ids in Moodle: write it as ${writeMoodleRoles(USUAL_ROLES)}`;
      if (!read) context.addIssue({ code: 'custom', message });
      return read ?? z.NEVER;
    }),
  LOG_LEVEL: z
    .enum(
      ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
      'is not one of trace, debug, info, warn, error, fatal, silent',
    )
    .optional(),
});

/**
 * Reads all settings once. `isLocal` leaves Slack's out. Throws a ConfigError that names the first invalid one.
 */
export function readConfig(source: NodeJS.ProcessEnv = process.env, { isLocal = false } = {}): Config {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const result = environment.safeParse(filled);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new ConfigError(`${issue?.path.join('.')} ${issue?.message}.`);
  }
  const settings = result.data;
  const slack = isLocal ? undefined : slackConfig(settings);
  return {
    slack,
    databaseUrl: settings.DATABASE_URL ?? (slack ? 'sqlite:data/seats.sqlite' : 'sqlite:data/local/seats.sqlite'),
    isDefaultDatabase: filled.DATABASE_URL === undefined,
    port: settings.PORT,
    host: settings.HOST,
    sales: settings.SALES_USERGROUP ? { usergroup: settings.SALES_USERGROUP } : { users: listed(settings.SALES_USERS) },
    admins: listed(settings.ADMIN_USERS),
    timezone: settings.DEFAULT_TIMEZONE,
    locale: settings.DEFAULT_LOCALE,
    roles: settings.MOODLE_ROLES,
    moodle: moodleConfig(settings),
    logLevel: settings.LOG_LEVEL ?? (slack ? 'info' : 'warn'),
  };
}

/** The database's address, to be shown. */
export function withoutPassword(databaseUrl: string): string {
  return databaseUrl.replace(/\/\/[^@/]*@/, '//');
}

function listed(text = ''): string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);
}

function moodleConfig({ MOODLE_URL: url, MOODLE_TOKEN: token }: z.infer<typeof environment>): MoodleConfig | undefined {
  if (url && token) return { url: url.replace(/\/+$/, ''), token };
  if (!url && !token) return undefined;
  throw new ConfigError(
    url
      ? 'MOODLE_TOKEN is missing: copy it in Moodle from Site administration → Server → Web services → Manage tokens, or unset MOODLE_URL.'
      : 'MOODLE_URL is missing: write the address of your Moodle, such as https://moodle.example.com, or unset MOODLE_TOKEN.',
  );
}

function slackConfig(settings: z.infer<typeof environment>): SlackConfig | undefined {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = settings;
  if (!botToken) {
    if (!appToken && !signingSecret) return undefined;
    throw new ConfigError(
      'SLACK_BOT_TOKEN is missing: copy it from your app’s OAuth page, or unset every SLACK_ variable to use the local workspace.',
    );
  }
  const apiUrl = settings.SLACK_API_URL.replace(/\/*$/, '/');
  if (appToken) return { botToken, apiUrl, transport: { kind: 'socket', appToken } };
  if (signingSecret) return { botToken, apiUrl, transport: { kind: 'http', signingSecret } };
  throw new ConfigError(
    'SLACK_SIGNING_SECRET is missing: copy it from your app’s Basic Information page, or set SLACK_APP_TOKEN to use Socket Mode.',
  );
}
