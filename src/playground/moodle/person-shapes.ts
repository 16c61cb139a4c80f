import { can } from './context';
import type { MoodleSite } from './moodle-site';
import { type Account, SERVICE_ACCOUNT } from './records';
import { EDITING_TEACHER, siteAddress } from './settings';

export function fullName({ firstname, lastname }: Account): string {
  return `${firstname} ${lastname}`;
}

/** Lists contain addresses only when the site shows user identity. */
export function showsEmail(site: MoodleSite, { id }: Account): boolean {
  const { identityShowsEmail, hiddenUserFields } = site.settings;
  if (id === SERVICE_ACCOUNT) return true;
  if (hiddenUserFields.has('email') && !can(site, 'moodle/user:viewhiddendetails')) return false;
  return identityShowsEmail && can(site, 'moodle/site:viewuseridentity');
}

/** Everybody sees themselves and course contacts, who are the editing teachers of any course. */
export function showsPerson(site: MoodleSite, { id }: Account): boolean {
  if (id === SERVICE_ACCOUNT || can(site, 'moodle/user:viewdetails')) return true;
  return site.records.roles.some(({ accountId, roleId }) => accountId === id && roleId === EDITING_TEACHER);
}

/** The fields of an account that the service account can see; undefined when there are none. */
export function personShape(site: MoodleSite, account: Account): Record<string, unknown> | undefined {
  const { id, username, firstname, lastname, email, auth, suspended, lastaccess } = account;
  const isOwn = id === SERVICE_ACCOUNT;
  if (!showsPerson(site, account)) return undefined;
  const isShown = isOwn || can(site, 'moodle/user:viewalldetails');
  return {
    id,
    ...(isShown ? { username } : {}),
    firstname,
    lastname,
    fullname: fullName(account),
    ...(showsEmail(site, account) ? { email } : {}),
    ...(isShown ? { department: '' } : {}),
    firstaccess: 0,
    lastaccess,
    ...(isShown ? { auth } : {}),
    suspended,
    ...(isShown ? { confirmed: true, lang: 'en', theme: '' } : {}),
    timezone: '99',
    ...(isShown ? { mailformat: 1, trackforums: 0 } : {}),
    ...pictures,
    ...(isOwn ? { preferences: [{ name: 'auth_manual_passwordupdatetime', value: '1795446769' }] } : {}),
  };
}

export const pictures = {
  profileimageurlsmall: `${siteAddress}/theme/image.php?theme=boost&component=core&image=u%2Ff2`,
  profileimageurl: `${siteAddress}/theme/image.php?theme=boost&component=core&image=u%2Ff1`,
};
