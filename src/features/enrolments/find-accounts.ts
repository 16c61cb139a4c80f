import { emailKey } from '../../core/email';
import type { Profile } from '../../core/person';
import { chunks } from '../../database/chunks';
import { MAX_ACCOUNTS } from '../../moodle/client';
import type { MoodleAccount } from '../../moodle/moodle';
import { MoodleFailure } from '../../moodle/moodle-failure';
import { usernameFor } from '../../moodle/username';
import type { FailureReason } from '../assignments/enrolment';
import { allOf, type CourseRun, isInDoubt, requireTime } from './course-run';
import { notVisible, requireVisibility } from './visibility';

type FoundAccount = { id: number } | { reason: FailureReason };
/** Keyed by folded address. */
type FoundAccounts = Map<string, FoundAccount>;

/** Participants of the course. When several accounts share an address, the one in the course wins. */
type Inside = Pick<ReadonlyMap<number, unknown>, 'has'>;
const NOBODY: Inside = new Map();

interface Looking {
  maxUnknown?: number;
  inside?: Inside;
  /** Called with the people who have no account. */
  beforeCreating?: (people: readonly Profile[]) => Promise<void>;
}

const CREATE = 'core_user_create_users';

/**
 * Finds or creates each person's Moodle account by address, ignoring case. Concurrent processes derive the same user
 * name from an address, so Moodle refuses a second account. An account without an exact match takes one call to look
 * up: at most `maxUnknown` are looked up, and the rest are missing from the result.
 */
export async function findOrCreateAccounts(
  work: CourseRun,
  people: readonly Profile[],
  { maxUnknown = Number.POSITIVE_INFINITY, inside = NOBODY, beforeCreating = async () => {} }: Looking = {},
): Promise<FoundAccounts> {
  const unique = [...new Map(people.map((person) => [emailKey(person.email), person])).values()];
  const found = await lookUp(work, unique, inside);
  const unknown = unique.filter(({ email }) => !found.has(emailKey(email))).slice(0, maxUnknown);
  const missing = await lookUpAnyCase(work, unknown, found, inside);
  // If Moodle hid existing accounts, sites that allow a shared address would get duplicates.
  if (missing.length > 0) await requireVisibility(work, CREATE);
  if (missing.length > 0) await beforeCreating(missing);
  await allOf(chunks(missing, MAX_ACCOUNTS).map((some) => create(work, some, found)));
  return found;
}

/** Exact matches only. */
async function lookUp(
  { moodle }: CourseRun,
  people: readonly Profile[],
  inside: Inside = NOBODY,
): Promise<FoundAccounts> {
  if (people.length === 0) return new Map();
  return byAddress(await moodle.accountsByEmail(people.map(({ email }) => email)), inside);
}

/** Ignores case, at one call each. Adds the accounts to `found` and returns the people without one. */
async function lookUpAnyCase(
  { moodle }: CourseRun,
  people: readonly Profile[],
  found: FoundAccounts,
  inside: Inside = NOBODY,
): Promise<Profile[]> {
  const accounts = await Promise.all(people.map(({ email }) => moodle.accountsByEmailAnyCase(email)));
  for (const [address, account] of byAddress(accounts.flat(), inside)) found.set(address, account);
  return people.filter(({ email }) => !found.has(emailKey(email)));
}

function byAddress(accounts: readonly MoodleAccount[], inside: Inside): FoundAccounts {
  const groups = new Map<string, MoodleAccount[]>();
  for (const one of accounts) groups.set(emailKey(one.email), [...(groups.get(emailKey(one.email)) ?? []), one]);
  return new Map([...groups].map(([address, some]) => [address, chosen(some, inside)]));
}

/** Of several accounts with one address: the active one in the course, else the oldest active one. */
function chosen(accounts: readonly MoodleAccount[], inside: Inside): FoundAccount {
  const usable = accounts.filter(({ isSuspended }) => !isSuspended).sort((one, other) => one.id - other.id);
  const first = usable.find(({ id }) => inside.has(id)) ?? usable[0];
  return first ? { id: first.id } : { reason: 'account_suspended' };
}

async function create(work: CourseRun, people: readonly Profile[], found: FoundAccounts): Promise<void> {
  if (people.length === 0) return;
  requireTime(work, CREATE);
  try {
    await work.moodle.createAccounts(people.map((person) => ({ ...person, username: usernameFor(person.email) })));
  } catch (error) {
    if (!(error instanceof MoodleFailure) || error.isForLater) throw error;
    return settleRefused(work, people, found, error);
  }
  if ((await takeKnown(work, people, found)).length > 0) throw notVisible(CREATE);
}

/**
 * Moodle created all accounts or none. An account found now comes from another process, or from a call with a lost
 * answer.
 */
async function settleRefused(
  work: CourseRun,
  people: readonly Profile[],
  found: FoundAccounts,
  failure: MoodleFailure,
): Promise<void> {
  const left = await takeKnown(work, people, found);
  if (left.length === 0) return;
  if (isInDoubt(work, failure)) throw failure;
  const [only, ...others] = left;
  if (left.length < people.length) return create(work, left, found);
  if (only && others.length === 0) {
    found.set(emailKey(only.email), { reason: 'account_refused' });
    return;
  }
  // Moodle does not say which of them it refuses.
  const middle = Math.ceil(left.length / 2);
  await create(work, left.slice(0, middle), found);
  await create(work, left.slice(middle), found);
}

/** Adds existing accounts to `found` and returns the people without one. */
async function takeKnown(work: CourseRun, people: readonly Profile[], found: FoundAccounts): Promise<Profile[]> {
  for (const [address, account] of await lookUp(work, people)) found.set(address, account);
  const unknown = people.filter(({ email }) => !found.has(emailKey(email)));
  return lookUpAnyCase(work, unknown, found);
}
