import { putEnrolment } from '../../../src/playground/moodle/membership';
import { MoodleSite } from '../../../src/playground/moodle/moodle-site';
import type { Course } from '../../../src/playground/moodle/records';

export const editingTeacher = 3;
export const teacher = 4;
export const student = 5;
export const trainee = 11;

const DAY = 86_400;

/** The courses and people of the recorded Moodle, with the same ids. */
export function furnishLab(): MoodleSite {
  const site = MoodleSite.create();
  site.settings.roles.push({ id: trainee, shortname: 'stagiaire', name: 'Stagiaire intra' });
  site.settings.assignableRoles.add(trainee);
  Object.assign(site.account(3), { username: 'slackbot.ws', email: 'slackbot.ws@example.com' });
  for (const [shortname, fullname, more] of courses)
    site.addCourse({ shortname, fullname, idnumber: `ID-${shortname}`, summary: 'Lab', ...more });
  for (const [id, firstname, lastname, email] of people) {
    const username = email.toLowerCase().replace('@example.com', '');
    site.addAccount({ id, username, firstname, lastname, email, suspended: id === 11 });
  }
  site.deletesAccount(12);
  fillFirstCourse(site);
  for (const courseId of [3, 4]) enrol(site, 5, courseId);
  return site;
}

export function enrol(site: MoodleSite, accountId: number, courseId: number, more: object = {}): void {
  const { roleId = student, ...dates } = more as { roleId?: number };
  const usual = { courseId, accountId, method: 'manual', start: 0, end: 0, suspended: false } as const;
  putEnrolment(site.records, { ...usual, ...dates }, roleId);
}

const courses: [string, string, Partial<Course>?][] = [
  ['SST-2026', 'Sauveteur secouriste du travail 2026'],
  ['EXCEL-1', 'Excel niveau 1'],
  ['EXCEL-2', 'Excel niveau 2'],
  ['MGMT-101', 'Management de proximité'],
  ['RGPD', 'RGPD : les fondamentaux'],
  ['HAB-ELEC', 'Habilitation électrique B0/H0'],
  ['HIDDEN-1', 'Formation non publiée', { visible: false }],
  ['NOMANUAL-1', 'Cours sans inscription manuelle', { manual: 'absent' }],
  ['MANUALOFF-1', 'Cours avec inscription manuelle désactivée', { manual: 'disabled' }],
  ['ANGLAIS-B1', 'Anglais B1'],
  ['GESTES-POSTURES', 'Gestes et postures'],
  ['INCENDIE', 'Prévention incendie'],
  ['INHIDCAT-1', 'Cours visible dans catégorie masquée'],
];

const people: [number, string, string, string][] = [
  [5, 'Alice', 'Martin', 'Alice.Martin@Example.com'],
  [6, 'Bruno', 'Petit', 'bruno.petit@example.com'],
  [7, 'Chloé', 'Durand', 'chloe.durand@example.com'],
  [8, 'David', 'Roux', 'david.roux@example.com'],
  [9, 'Emma', 'Leroy', 'emma.leroy@example.com'],
  [10, 'Farid', 'Benali', 'farid.benali@example.com'],
  [11, 'Sus', 'Pendu', 'suspendu@example.com'],
  [12, 'Sup', 'Prime', 'supprime@example.com'],
];

/** One person each: active, never seen, suspended, expired, teacher. */
function fillFirstCourse(site: MoodleSite): void {
  const { now } = site;
  enrol(site, 5, 2);
  enrol(site, 6, 2, { end: now + 30 * DAY });
  enrol(site, 7, 2, { suspended: true, roleId: trainee });
  enrol(site, 8, 2);
  enrol(site, 9, 2, { start: now - 40 * DAY, end: now - 10 * DAY });
  enrol(site, 10, 2, { roleId: teacher });
  site.opensCourse(5, 2);
  site.addGroup({ courseId: 2, name: 'ACME', idnumber: 'ACME', members: [5] });
  site.addGroup({ courseId: 2, name: 'Globex', members: [6] });
  site.addGroup({ courseId: 3, name: 'ACME SARL', idnumber: 'slack:ACME', members: [5] });
}
