import { emailKey } from '../core/email';
import { limit } from './batch';
import { MAX_ACCOUNTS, type Moodle } from './client';
import { ACCOUNTS, ACCOUNTS_ANY_CASE, type AccountAnswer, CREATE_ACCOUNTS } from './functions';
import type { MoodleAccount, NewMoodleAccount } from './moodle';
import { MoodleFailure } from './moodle-failure';
import type { Call } from './transport';

const MAX_ADDRESSES = 300;
/** Size of Moodle's columns for a first name, a last name and an address, in characters. */
const MAX_LENGTH = 100;

export function connectAccounts(
  call: Call,
): Pick<Moodle, 'accountsByEmail' | 'accountsByEmailAnyCase' | 'accountsById' | 'createAccounts'> {
  return {
    accountsByEmail: (emails) => findAccounts(call, [...new Set(emails)]),
    async accountsByEmailAnyCase(email) {
      // With this wildcard, Moodle may return every account; `_` stands for one character only.
      if (email.includes('%')) return [];
      const { users } = await call(ACCOUNTS_ANY_CASE, { criteria: [{ key: 'email', value: email }] });
      return withEmail(users).filter((account) => emailKey(account.email) === emailKey(email));
    },
    async accountsById(ids) {
      const accounts = await call(ACCOUNTS, { field: 'id', values: [...ids] });
      return accounts.map(({ id, email }) => ({ id, email }));
    },
    createAccounts: (accounts) => createAccounts(call, accounts),
  };
}

async function findAccounts(call: Call, emails: string[]): Promise<MoodleAccount[]> {
  const calls: Promise<AccountAnswer[]>[] = [];
  for (let from = 0; from < emails.length; from += MAX_ADDRESSES) {
    calls.push(call(ACCOUNTS, { field: 'email', values: emails.slice(from, from + MAX_ADDRESSES) }));
  }
  // On a case-insensitive database, one account can match two addresses in different calls.
  const found = withEmail((await Promise.all(calls)).flat());
  return [...new Map(found.map((account) => [account.id, account])).values()];
}

/** A site may hide addresses; an account without one cannot be matched. */
function withEmail(answers: AccountAnswer[]): MoodleAccount[] {
  return answers.flatMap(({ id, email, suspended }) =>
    email === undefined ? [] : [{ id, email, isSuspended: suspended }],
  );
}

async function createAccounts(call: Call, accounts: readonly NewMoodleAccount[]): Promise<number[]> {
  limit(accounts, MAX_ACCOUNTS);
  if (accounts.length === 0) return [];
  if (accounts.some(({ email }) => [...email].length > MAX_LENGTH)) throw tooLong();
  const users = accounts.map(({ username, firstName, lastName, email }) => ({
    username,
    firstname: cut(firstName),
    lastname: cut(lastName),
    email,
    createpassword: 1,
  }));
  const created = await call(CREATE_ACCOUNTS, { users });
  const ids = new Map(created.map(({ id, username }) => [username, id]));
  return accounts.map(({ username }) => ids.get(username) ?? missing());
}

/**
 * Never splits a character. Moodle refuses tags, which our forms refuse too; names of Slack, and those stored before
 * there was a Moodle, may have them.
 */
function cut(name: string): string {
  const plain = name.replaceAll(/<\/?[a-z][^>]*>|</gi, '').trim();
  return [...plain].slice(0, MAX_LENGTH).join('').trimEnd();
}

/** Unlike a name, a truncated address is a different address. */
function tooLong(): MoodleFailure {
  const words = `an address is longer than ${MAX_LENGTH} characters`;
  return new MoodleFailure({ kind: 'permanent', code: 'moodle.refused', call: CREATE_ACCOUNTS.name, words });
}

function missing(): never {
  const words = 'an account that was to be created is not in the answer';
  throw new MoodleFailure({ kind: 'look', code: 'moodle.uncertain', call: CREATE_ACCOUNTS.name, words });
}
