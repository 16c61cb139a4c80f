import type { MoodleSummary } from '../state';
import type { MoodleSite } from './moodle-site';
import type { Participation } from './moodle-store';
import { fullName } from './person-shapes';
import { type Course, FRONT_PAGE } from './records';
import { switchesOn } from './switches';

const MAX_MAILS = 20;

/** The courses of a Moodle and its mails, latest first, for the page. */
export function summarise(site: MoodleSite): MoodleSummary {
  const courses = site.courses.filter(({ id }) => id !== FRONT_PAGE);
  return {
    token: site.token,
    on: switchesOn(site.settings),
    courses: courses.map((course) => courseIn(site, course)),
    mails: site.mails.slice(-MAX_MAILS).reverse(),
  };
}

function courseIn(site: MoodleSite, { id, shortname, fullname, visible, manual }: Course) {
  const people = site.enrolmentsIn(id).map((one) => personIn(site, one));
  return { id, shortname, fullname, visible, takesEnrolments: manual === 'enabled', people };
}

function personIn(site: MoodleSite, enrolment: Participation): MoodleSummary['courses'][number]['people'][number] {
  const { accountId, method, start, end, suspended, roleIds, groups, lastVisit } = enrolment;
  const roles = site.settings.roles.filter(({ id }) => roleIds.includes(id)).map(({ shortname }) => shortname);
  return {
    accountId,
    name: fullName(site.account(accountId)),
    method,
    suspended,
    start,
    end,
    roles,
    groups,
    lastVisit,
  };
}
