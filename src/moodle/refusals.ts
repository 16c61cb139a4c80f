import type { MoodleFunction } from './functions';
import type { MoodleFailureCode, MoodleFailureKind } from './moodle';

export type Verdict = readonly [MoodleFailureKind, MoodleFailureCode];

/** By Moodle's errorcode, never by its message, which is translated. These are refusals: nothing has been done. */
const REFUSED: Record<string, Verdict> = {
  sitemaintenance: ['retry', 'moodle.maintenance'],
  upgraderunning: ['retry', 'moodle.maintenance'],
  dbconnectionfailed: ['retry', 'moodle.database'],

  invalidtoken: ['misconfigured', 'moodle.token'],
  accessexception: ['misconfigured', 'moodle.access'],
  wsaccessuserdeleted: ['misconfigured', 'moodle.account'],
  wsaccessuserexpired: ['misconfigured', 'moodle.account'],
  wsaccessusernologin: ['misconfigured', 'moodle.account'],
  wsaccessusersuspended: ['misconfigured', 'moodle.account'],
  wsaccessuserunconfirmed: ['misconfigured', 'moodle.account'],
  forcepasswordchangenotice: ['misconfigured', 'moodle.password'],
  sitepolicynotagreed: ['misconfigured', 'moodle.policy'],

  nopermissions: ['misconfigured', 'moodle.permission'],
  wsusercannotassign: ['misconfigured', 'moodle.role'],
  // A course that is gone answers enrolling otherwise, so here a right is missing, or the one to see hidden courses.
  requireloginerror: ['misconfigured', 'moodle.course_access'],
  // A right, the policy, the password or, for groups, the course is missing. It is said before anything is done, and
  // reading the same course is refused alike: there is nothing to look at, only something for people to put right.
  errorcoursecontextnotvalid: ['misconfigured', 'moodle.course_access'],

  wsnoinstance: ['permanent', 'moodle.no_manual_enrolment'],
  invaliduser: ['permanent', 'moodle.unknown_user'],
  userdeleted: ['permanent', 'moodle.unknown_user'],
  guestsarenotallowed: ['permanent', 'moodle.unknown_user'],
  idnumbertaken: ['permanent', 'moodle.refused'],
  cannotviewreport: ['permanent', 'moodle.refused'],
  nocriteriaset: ['permanent', 'moodle.refused'],
  usernotenroled: ['permanent', 'moodle.refused'],
};

/** For a call that writes these leave open what has been done. */
const IN_DOUBT: Record<string, { reads: Verdict; writes: Verdict }> = {
  // The enrolment stands all the same; its welcome mail went nowhere.
  'Message was not sent.': { reads: ['permanent', 'moodle.refused'], writes: ['look', 'moodle.mail'] },
  // Somebody may have been quicker with the same account, group or enrolment, or what was asked was wrong.
  invalidparameter: { reads: ['permanent', 'moodle.refused'], writes: ['look', 'moodle.refused'] },
  // The other of two at once has won, or a value was too long.
  dmlwriteexception: { reads: ['retry', 'moodle.database'], writes: ['look', 'moodle.uncertain'] },
  dmlreadexception: { reads: ['retry', 'moodle.database'], writes: ['look', 'moodle.uncertain'] },
  dmltransactionexception: { reads: ['retry', 'moodle.database'], writes: ['look', 'moodle.uncertain'] },
};

/** No errorcode at all, a sentence, a piece of HTML, a word we have not met: a plugin may stumble after the deed. */
const UNKNOWN = { reads: ['permanent', 'moodle.refused'], writes: ['look', 'moodle.uncertain'] } as const;

export function judgeRefusal(fn: MoodleFunction<unknown>, errorcode: string | undefined): Verdict {
  if (errorcode === undefined) return fn.writes ? UNKNOWN.writes : UNKNOWN.reads;
  if (errorcode === 'invalidrecord') return judgeMissing(fn);
  const refused = lookUp(REFUSED, errorcode);
  if (refused) return refused;
  const doubt = lookUp(IN_DOUBT, errorcode) ?? UNKNOWN;
  return fn.writes ? doubt.writes : doubt.reads;
}

/** Either the course or group that was named is gone, or Moodle does not know the function. */
function judgeMissing(fn: MoodleFunction<unknown>): Verdict {
  return fn.namesRecord ? ['permanent', 'moodle.unknown_record'] : ['misconfigured', 'moodle.access'];
}

function lookUp<Value>(table: Record<string, Value>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
