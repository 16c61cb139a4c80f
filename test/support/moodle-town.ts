import { putEnrolment } from '../../src/playground/moodle/membership';
import { MoodleSite } from '../../src/playground/moodle/moodle-site';
import type { Records } from '../../src/playground/moodle/records';

const EDITING_TEACHER = 3;
export const TEACHER = 4;
export const STUDENT = 5;

/** A Moodle with people in its courses: one hidden, one without manual enrolment, and one with groups. */
export function furnishedMoodle(): MoodleSite {
  const site = MoodleSite.create();
  const [excel, , hidden] = [
    site.addCourse({ shortname: 'EXCEL-1', fullname: 'Excel basics', teacher: 'Tessa Turner' }),
    site.addCourse({ shortname: 'GDPR', fullname: 'Data protection' }),
    site.addCourse({ shortname: 'DRAFT-1', fullname: 'In preparation', visible: false }),
    site.addCourse({ shortname: 'NEWS', fullname: 'News', manual: 'absent' }),
  ];
  const ada = site.addAccount({ username: 'ada', firstname: 'Ada', lastname: 'Byron', email: 'Ada@example.com' });
  const tess = site.addAccount({ username: 'tess', firstname: 'Tess', lastname: 'Turner', email: 'tess@example.com' });
  const usual = { method: 'manual', start: 0, end: 0, suspended: false } as const;
  putEnrolment(site.records, { ...usual, courseId: excel.id, accountId: ada.id }, STUDENT);
  putEnrolment(site.records, { ...usual, courseId: excel.id, accountId: tess.id }, TEACHER);
  // A course contact, whom Moodle shows to everybody.
  const eve = site.addAccount({ username: 'eve', firstname: 'Eve', lastname: 'Ellis', email: 'eve@example.com' });
  putEnrolment(site.records, { ...usual, courseId: excel.id, accountId: eve.id }, EDITING_TEACHER);
  putEnrolment(site.records, { ...usual, courseId: hidden.id, accountId: ada.id }, STUDENT);
  site.addGroup({ courseId: excel.id, name: 'ACME', members: [ada.id] });
  return site;
}

/** The lasting records, without mails and deleted accounts. */
export function remembered({ records }: MoodleSite): Omit<Records, 'mails'> {
  const { mails, ...rest } = structuredClone(records);
  return { ...rest, accounts: rest.accounts.filter(({ deleted }) => !deleted) };
}
