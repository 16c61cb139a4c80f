import type { MoodleSwitchName } from '../workspace-state';

interface Words {
  name: MoodleSwitchName;
  title: string;
  text: string;
}

export const moodleFaultWords: readonly Words[] = [
  { name: 'down', title: 'Moodle is down', text: 'Every connection to it is cut.' },
  { name: 'maintenance', title: 'In maintenance', text: 'Moodle answers that it is being maintained.' },
  { name: 'slow', title: 'Slow', text: 'Moodle takes 5 s for each answer.' },
  { name: 'no_mail', title: 'Without mail', text: 'People are enrolled, but no mail leaves.' },
  { name: 'no_token', title: 'Token revoked', text: 'Moodle does not know the bot any more.' },
];

export const capabilityWords: readonly Words[] = [
  { name: 'webservice/rest:use', title: 'webservice/rest:use', text: 'Nothing may be asked.' },
  { name: 'moodle/course:view', title: 'moodle/course:view', text: 'No course can be gone into.' },
  {
    name: 'moodle/course:viewhiddencourses',
    title: 'moodle/course:viewhiddencourses',
    text: 'Hidden courses are not there.',
  },
  { name: 'enrol/manual:enrol', title: 'enrol/manual:enrol', text: 'Nobody can be enrolled.' },
  { name: 'enrol/manual:unenrol', title: 'enrol/manual:unenrol', text: 'Nobody can be unenrolled.' },
  { name: 'moodle/role:assign', title: 'moodle/role:assign', text: 'No role can be given, so nobody enrolled.' },
  { name: 'moodle/user:create', title: 'moodle/user:create', text: 'No account can be made.' },
  { name: 'moodle/user:viewdetails', title: 'moodle/user:viewdetails', text: 'Nobody is found, without an error.' },
  {
    name: 'moodle/site:viewuseridentity',
    title: 'moodle/site:viewuseridentity',
    text: 'No e-mail is found, without an error.',
  },
  {
    name: 'moodle/course:viewparticipants',
    title: 'moodle/course:viewparticipants',
    text: 'Nobody tells who is in a course.',
  },
  { name: 'moodle/course:managegroups', title: 'moodle/course:managegroups', text: 'No group can be seen or changed.' },
];
