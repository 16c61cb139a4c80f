import type { MoodleFunction } from './functions';
import type { MoodleFailureCode, MoodleFailureKind } from './moodle';

export type Verdict = readonly [MoodleFailureKind, MoodleFailureCode];

/** By Moodle's errorcode, because its messages are translated. These refuse the call: nothing was done. */
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
  // A deleted course gives another error on enrolling. Here a right is missing, or the right to see hidden courses.
  requireloginerror: ['misconfigured', 'moodle.course_access'],
  // A right, the policy, the password or, for groups, the course is missing. Moodle says so before it does anything,
  // and refuses to read the same course. So there is nothing to look at: people have to fix it.
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

/** After a write, these leave the outcome unknown. */
const IN_DOUBT: Record<string, { reads: Verdict; writes: Verdict }> = {
  // The enrolment stands; only its welcome mail was not sent.
  'Message was not sent.': { reads: ['permanent', 'moodle.refused'], writes: ['look', 'moodle.mail'] },
  // A concurrent call may have made the same account, group or enrolment, or the request was wrong.
  invalidparameter: { reads: ['permanent', 'moodle.refused'], writes: ['look', 'moodle.refused'] },
  // A concurrent call won, or a value was too long.
  dmlwriteexception: { reads: ['retry', 'moodle.database'], writes: ['look', 'moodle.uncertain'] },
  dmlreadexception: { reads: ['retry', 'moodle.database'], writes: ['look', 'moodle.uncertain'] },
  dmltransactionexception: { reads: ['retry', 'moodle.database'], writes: ['look', 'moodle.uncertain'] },
};

/** No errorcode, or a text that we do not know: a plugin may fail after the work is done. */
const UNKNOWN = { reads: ['permanent', 'moodle.refused'], writes: ['look', 'moodle.uncertain'] } as const;

export function judgeRefusal(fn: MoodleFunction<unknown>, errorcode: string | undefined): Verdict {
  if (errorcode === undefined) return fn.writes ? UNKNOWN.writes : UNKNOWN.reads;
  if (errorcode === 'invalidrecord') return judgeMissing(fn);
  const refused = lookUp(REFUSED, errorcode);
  if (refused) return refused;
  const doubt = lookUp(IN_DOUBT, errorcode) ?? UNKNOWN;
  return fn.writes ? doubt.writes : doubt.reads;
}

/** The course or group is gone, or Moodle does not know the function. */
function judgeMissing(fn: MoodleFunction<unknown>): Verdict {
  return fn.namesRecord ? ['permanent', 'moodle.unknown_record'] : ['misconfigured', 'moodle.access'];
}

function lookUp<Value>(table: Record<string, Value>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
