/** The minimum that the service account needs. */
export const minimalCapabilities = [
  'webservice/rest:use',
  'moodle/course:view',
  'moodle/course:viewhiddencourses',
  'enrol/manual:enrol',
  'enrol/manual:unenrol',
  'moodle/role:assign',
  'moodle/user:create',
  'moodle/user:viewdetails',
  'moodle/site:viewuseridentity',
  'moodle/course:viewparticipants',
  'moodle/course:managegroups',
] as const;

const optionalCapabilities = [
  'moodle/course:enrolreview',
  'moodle/course:viewhiddenuserfields',
  'moodle/site:accessallgroups',
  'moodle/user:delete',
  'moodle/user:viewalldetails',
  'moodle/user:viewhiddendetails',
  'report/completion:view',
  'report/progress:view',
] as const;

export type MinimalCapability = (typeof minimalCapabilities)[number];

export type Capability = MinimalCapability | (typeof optionalCapabilities)[number];

/** The names in Moodle's message about a missing capability. */
export const capabilityTitles: Record<Capability, string> = {
  'webservice/rest:use': 'Use REST protocol',
  'moodle/course:view': 'View courses without participation',
  'moodle/course:viewhiddencourses': 'View hidden courses',
  'enrol/manual:enrol': 'Enrol users',
  'enrol/manual:unenrol': 'Unenrol users from the course',
  'moodle/role:assign': 'Assign roles to users',
  'moodle/user:create': 'Create users',
  'moodle/user:viewdetails': 'View user profiles',
  'moodle/site:viewuseridentity': 'See full user identity in lists',
  'moodle/course:viewparticipants': 'View participants',
  'moodle/course:managegroups': 'Manage groups',
  'moodle/course:enrolreview': 'Review course enrolments',
  'moodle/course:viewhiddenuserfields': 'View hidden user fields',
  'moodle/site:accessallgroups': 'Access all groups',
  'moodle/user:delete': 'Delete users',
  'moodle/user:viewalldetails': 'View user full information',
  'moodle/user:viewhiddendetails': 'View hidden details of users',
  'report/completion:view': 'View course completion report',
  'report/progress:view': 'View activity completion reports',
};
