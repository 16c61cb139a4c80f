import { isAddress } from '../address';
import { enterSite, need } from '../context';
import { moodleFunction } from '../function';
import type { MoodleSite } from '../moodle-site';
import { flag, list, optional, record, text } from '../parameters';
import { passwordFaults } from '../password';
import { invalidParameter, moodleRefusal, writeRefused } from '../refusal';

/** Maximum length of a username, of each name and of an address, in characters. */
const MAX_LENGTH = 100;

/** What PHP takes for the beginning of a tag. */
const TAG = /<(?!\s)/;

const newUser = record({
  username: text,
  password: optional(text, ''),
  createpassword: optional(flag, false),
  firstname: text,
  lastname: text,
  email: text,
  auth: optional(text, 'manual'),
  idnumber: optional(text, ''),
  institution: optional(text, ''),
  department: optional(text, ''),
  city: optional(text, ''),
  country: optional(text, ''),
  lang: optional(text, 'en'),
  timezone: optional(text, '99'),
  mailformat: optional(text, '1'),
});

type NewUser = ReturnType<typeof newUser>;

/** All or nothing. */
export const createUsers = moodleFunction(record({ users: list(newUser) }), (site, { users }) => {
  for (const { username } of users) checkUsername(username);
  enterSite(site);
  need(site, 'moodle/user:create');
  for (const [index, user] of users.entries()) check(site, user, users.slice(0, index));
  return users.map((user) => create(site, user));
});

function create(site: MoodleSite, { username, email, auth, firstname, lastname, createpassword }: NewUser): object {
  const named = { firstname: firstname.trim(), lastname: lastname.trim() };
  const { id } = site.addAccount({ username, email, auth, ...named });
  if (createpassword) site.mail({ kind: 'password', to: email });
  return { id, username };
}

function checkUsername(username: string): void {
  if (!/^[-a-z0-9_.@]+$/.test(username)) throw invalidParameter(`Invalid username: ${username}`);
}

function check(site: MoodleSite, user: NewUser, before: readonly NewUser[]): void {
  const { username, email, auth, lang, firstname, lastname } = user;
  const present = [...site.records.accounts.filter(({ deleted }) => !deleted), ...before];
  if ([firstname, lastname].some((name) => TAG.test(name))) throw invalidParameter('Invalid parameter value detected');
  if (firstname.trim() === '' || lastname.trim() === '') throw invalidParameter('The field firstname cannot be blank');
  if (present.some((one) => one.username === username)) throw invalidParameter(`Username already exists: ${username}`);
  if (!['manual', 'oauth2', 'nologin', 'email'].includes(auth))
    throw invalidParameter(`Invalid authentication type: ${auth}`);
  if (lang !== 'en') throw invalidParameter(`Invalid language code: ${lang}`);
  if (!isAddress(email)) throw invalidParameter(`Email address is invalid: ${email}`);
  const isTaken = present.some((one) => one.email.toLowerCase() === email.toLowerCase());
  if (isTaken && !site.settings.allowsSameEmail) throw invalidParameter(`Email address already exists: ${email}`);
  checkPassword(user);
  if ([username, firstname, lastname, email].some((value) => [...value.trim()].length > MAX_LENGTH))
    throw writeRefused();
}

/** A password that Moodle generates takes precedence over a given one. */
function checkPassword({ auth, password, createpassword }: NewUser): void {
  if (createpassword || auth === 'oauth2' || auth === 'nologin') return;
  if (password === '') throw invalidParameter('Invalid password: you must provide a password, or set createpassword.');
  const faults = passwordFaults(password);
  if (faults.length > 0) throw moodleRefusal(faults.map((fault) => `<div>${fault}</div>`).join(''));
}
