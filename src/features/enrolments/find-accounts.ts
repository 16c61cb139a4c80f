import type { Profile } from '../../core/person';
import { foldKey } from '../../core/text';
import { chunks } from '../../database/chunks';
import { MAX_ACCOUNTS } from '../../moodle/client';
import type { MoodleAccount } from '../../moodle/moodle';
import { MoodleFailure } from '../../moodle/moodle-failure';
import { usernameFor } from '../../moodle/username';
import type { FailureReason } from '../assignments/enrolment';
import { allOf, type CourseRun, isInDoubt, requireTime } from './course-run';
import { notVisible, requireVisibility } from './visibility';

type FoundAccount = { id: number } | { reason: FailureReason };
/** By address, folded. */
type FoundAccounts = Map<string, FoundAccount>;

/** Who is in the course already: where a site lets several accounts have one address, the one that is in it is meant. */
type Inside = Pick<ReadonlyMap<number, unknown>, 'has'>;
const NOBODY: Inside = new Map();

const CREATE = 'core_user_create_users';

/**
 * Everybody's account in Moodle: the one with their address, in whatever capitals, else a new one. Two processes that make
 * one for the same address give it the same name, so that Moodle refuses the second. Of those whom Moodle does not find at
 * once, which takes a call for each, only so many are looked for now: the others are missing in the answer.
 */
export async function findOrCreateAccounts(
  work: CourseRun,
  people: readonly Profile[],
  { mostUnknown = Number.POSITIVE_INFINITY, inside = NOBODY }: { mostUnknown?: number; inside?: Inside } = {},
): Promise<FoundAccounts> {
  const unique = [...new Map(people.map((person) => [foldKey(person.email), person])).values()];
  const found = await lookUp(work, unique, inside);
  const unknown = unique.filter(({ email }) => !found.has(foldKey(email))).slice(0, mostUnknown);
  const missing = await lookUpAnyCase(work, unknown, found, inside);
  // Who is not shown the accounts there are would make second ones, where a site lets two have one address.
  if (missing.length > 0) await requireVisibility(work, CREATE);
  await allOf(chunks(missing, MAX_ACCOUNTS).map((some) => create(work, some, found)));
  return found;
}

/** Those that Moodle finds letter by letter. */
async function lookUp(
  { moodle }: CourseRun,
  people: readonly Profile[],
  inside: Inside = NOBODY,
): Promise<FoundAccounts> {
  if (people.length === 0) return new Map();
  return byAddress(await moodle.accountsByEmail(people.map(({ email }) => email)), inside);
}

/** The account may have been made with capitals. Adds what is found, and returns the others. */
async function lookUpAnyCase(
  { moodle }: CourseRun,
  people: readonly Profile[],
  found: FoundAccounts,
  inside: Inside = NOBODY,
): Promise<Profile[]> {
  const accounts = await Promise.all(people.map(({ email }) => moodle.accountsByEmailAnyCase(email)));
  for (const [address, account] of byAddress(accounts.flat(), inside)) found.set(address, account);
  return people.filter(({ email }) => !found.has(foldKey(email)));
}

function byAddress(accounts: readonly MoodleAccount[], inside: Inside): FoundAccounts {
  const groups = new Map<string, MoodleAccount[]>();
  for (const one of accounts) groups.set(foldKey(one.email), [...(groups.get(foldKey(one.email)) ?? []), one]);
  return new Map([...groups].map(([address, some]) => [address, chosen(some, inside)]));
}

/** Of several with one address, the one that is in the course, else the oldest that may sign in. */
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

/** All or none were made. Whoever is there by now was made by somebody else, or by a call whose answer was lost. */
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
    found.set(foldKey(only.email), { reason: 'account_refused' });
    return;
  }
  // One of them is refused, and which one Moodle does not say.
  const middle = Math.ceil(left.length / 2);
  await create(work, left.slice(0, middle), found);
  await create(work, left.slice(middle), found);
}

/** Returns those whom Moodle does not show. */
async function takeKnown(work: CourseRun, people: readonly Profile[], found: FoundAccounts): Promise<Profile[]> {
  for (const [address, account] of await lookUp(work, people)) found.set(address, account);
  const unknown = people.filter(({ email }) => !found.has(foldKey(email)));
  return lookUpAnyCase(work, unknown, found);
}
