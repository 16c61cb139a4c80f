import {
  ACCOUNTS,
  ACCOUNTS_ANY_CASE,
  ADD_MEMBERS,
  COURSES,
  CREATE_ACCOUNTS,
  CREATE_GROUPS,
  DELETE_MEMBERS,
  ENROL,
  GROUPS,
  PARTICIPANTS,
  SITE,
  UNASSIGN_ROLES,
  UNENROL,
} from './functions';

/** Functions that the service in Moodle must contain. */
export const FUNCTIONS_NEEDED: readonly string[] = [
  SITE,
  COURSES,
  ACCOUNTS,
  ACCOUNTS_ANY_CASE,
  CREATE_ACCOUNTS,
  ENROL,
  UNENROL,
  UNASSIGN_ROLES,
  PARTICIPANTS,
  GROUPS,
  CREATE_GROUPS,
  ADD_MEMBERS,
  DELETE_MEMBERS,
].map(({ name }) => name);
