import type { Counterpart, Kind, Owners } from './installation.sql';

/** What the local workspace's Slack and Moodle are called in the database. */
export const LOCAL: Counterpart = { value: 'local', name: null };
/** A real workspace, before Slack says which one. */
export const UNNAMED: Counterpart = { value: 'unnamed', name: null };
/** Of data older than the record. */
export const UNKNOWN = 'unknown';
/** Instead of a Moodle that was given up on purpose, whose ids the database keeps; the name is that Moodle's address. */
export const GIVEN_UP = 'given-up';

export interface Counterparts {
  slack: Counterpart;
  /** Undefined without a Moodle. */
  moodle: Counterpart | undefined;
}

/** Why the database is not for these; undefined where it is, or could be. */
export function objectionTo(owners: Owners, { slack, moodle }: Counterparts): string | undefined {
  return objectionToSlack(owners.slack, slack) ?? objectionToMoodle(owners.moodle, moodle);
}

/** A real workspace that Slack knows. */
export function isNamed(owner: Counterpart | undefined): owner is Counterpart {
  return owner !== undefined && owner.value !== LOCAL.value && owner.value !== UNKNOWN;
}

function objectionToSlack(owner: Counterpart | undefined, wanted: Counterpart): string | undefined {
  if (wanted.value === UNNAMED.value && isNamed(owner)) return undefined;
  return objection('slack', owner, wanted);
}

function objectionToMoodle(owner: Counterpart | undefined, wanted: Counterpart | undefined): string | undefined {
  if (wanted && owner?.value === GIVEN_UP) return givenUp(owner, wanted);
  if (wanted) return objection('moodle', owner, wanted);
  return owner && owner.value !== GIVEN_UP ? withoutMoodle(owner) : undefined;
}

function objection(kind: Kind, owner: Counterpart | undefined, wanted: Counterpart): string | undefined {
  if (!owner || owner.value === wanted.value) return undefined;
  return owner.value === UNKNOWN && !isLocal(wanted) ? undefined : refusalOf(kind, owner, wanted);
}

const WORDS = {
  slack: { one: 'Slack workspace', setting: 'SLACK_BOT_TOKEN' },
  moodle: { one: 'Moodle', setting: 'MOODLE_URL' },
};

function refusalOf(kind: Kind, owner: Counterpart, wanted: Counterpart): string {
  const { one, setting } = WORDS[kind];
  if (isLocal(wanted)) {
    return `The database has been used with ${withArticle(one, owner)}, so the local workspace does not open it: set ${setting} to run the bot, or set DATABASE_URL to another database.`;
  }
  return `The database belongs to ${ownerInWords(kind, owner)}, and ${setting} is for ${nameOf(wanted)}: set DATABASE_URL to another database, or move this one on purpose with npm run seats -- adopt.`;
}

function withoutMoodle(owner: Counterpart): string {
  const used = owner.value === UNKNOWN ? 'has been used with a Moodle' : `belongs to ${ownerInWords('moodle', owner)}`;
  return `The database ${used}, and MOODLE_URL and MOODLE_TOKEN are not set: set both, or run without a Moodle on purpose, so that nobody is enrolled any more, with npm run seats -- adopt.`;
}

function givenUp(owner: Counterpart, wanted: Counterpart): string {
  return `The database was taken from the Moodle ${owner.name} on purpose, and MOODLE_URL is for ${nameOf(wanted)}: unset MOODLE_URL and MOODLE_TOKEN, or give it to that Moodle on purpose with npm run seats -- adopt.`;
}

/** “the Slack workspace Acme (T0123456789)”, or “the local workspace”. */
export function ownerInWords(kind: Kind, owner: Counterpart): string {
  return isLocal(owner) ? nameOf(owner) : withArticle(WORDS[kind].one, owner);
}

function withArticle(one: string, owner: Counterpart): string {
  return owner.value === UNKNOWN ? `a real ${one}` : `the ${one} ${nameOf(owner)}`;
}

function isLocal({ value }: Counterpart): boolean {
  return value === LOCAL.value;
}

/** “Acme (T0123456789)”, or an address. */
export function nameOf(counterpart: Counterpart): string {
  const { value, name } = counterpart;
  if (isLocal(counterpart)) return 'the local workspace';
  if (value === UNNAMED.value) return 'a real Slack workspace';
  return name ? `${name} (${value})` : value;
}
