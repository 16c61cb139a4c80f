// Slack counts calls per method, app and workspace, and publishes these limits: docs.slack.dev/apis/web-api/rate-limits.

const PER_MINUTE = {
  /** Slack says “several hundred”. */
  'chat.postMessage': 300,
  'chat.postEphemeral': 100,
  'chat.update': 50,
  'chat.delete': 50,
  'conversations.history': 50,
  'conversations.info': 50,
  'conversations.join': 50,
  'conversations.invite': 50,
  'conversations.open': 50,
  'conversations.create': 20,
  'conversations.list': 20,
  'views.open': 100,
  'views.push': 100,
  'views.update': 100,
  'views.publish': 100,
  'users.info': 100,
  'users.list': 20,
  'usergroups.users.list': 20,
  'pins.add': 20,
  'files.info': 100,
  'files.getUploadURLExternal': 100,
  'files.completeUploadExternal': 100,
  'auth.test': 600,
  'blocks.validate': 600,
} as const;

export type SlackMethod = keyof typeof PER_MINUTE;

/** Slack's second lowest tier, for the methods that the table leaves out. */
const OTHERS_PER_MINUTE = 20;

/** How many calls of a method a minute are accepted. */
export type CallsPerMinute = (method: string) => number;

export const slackLimits: CallsPerMinute = (method) =>
  Object.hasOwn(PER_MINUTE, method) ? PER_MINUTE[method as SlackMethod] : OTHERS_PER_MINUTE;

/** Slack accepts about one message a second in a channel. */
export const CHANNEL_INTERVAL_MS = 1_000;
