import type { Capability } from './capabilities';
import type { MoodleSite } from './moodle-site';
import { type Account, type Course, FRONT_PAGE } from './records';
import { invalidParameter, MoodleRefusal, missingCapability, missingRecord, moodleRefusal } from './refusal';

export function can({ settings }: MoodleSite, capability: Capability): boolean {
  return settings.isAdministrator || settings.capabilities.has(capability);
}

export function need(site: MoodleSite, capability: Capability): void {
  if (!can(site, capability)) throw missingCapability(capability);
}

/** Checks the service account, for any course. Throws a `MoodleRefusal`. */
export function enterSite({ settings }: MoodleSite): void {
  if (settings.serviceAccount === 'password') throw moodleRefusal('forcepasswordchangenotice');
  if (settings.serviceAccount === 'policy') throw moodleRefusal('sitepolicynotagreed', 'Site policy not agreed');
}

/** Enters a course as the service account. Throws a `MoodleRefusal` when the course is missing or closed to it. */
export function enterCourse(site: MoodleSite, courseId: number): Course {
  const course = site.courses.find(({ id }) => id === courseId);
  if (!course) throw invalidParameter('Context does not exist');
  enterSite(site);
  // Everybody may enter the front page.
  if (course.id === FRONT_PAGE) return course;
  if (!can(site, 'moodle/course:view') || (!course.visible && !can(site, 'moodle/course:viewhiddencourses')))
    throw new MoodleRefusal(
      'core\\exception\\require_login_exception',
      'requireloginerror',
      'Course or activity not accessible.',
    );
  return course;
}

/** As `enterCourse`, for functions that report every refusal under one error code. */
export function enterCourseOrSay(site: MoodleSite, courseId: number): Course {
  try {
    return enterCourse(site, courseId);
  } catch (error) {
    if (!(error instanceof MoodleRefusal)) throw error;
    const message = `You cannot execute functions in the course context (course id:${courseId}). The context error message was: ${error.message}`;
    throw moodleRefusal('errorcoursecontextnotvalid', message);
  }
}

export function canEnter(site: MoodleSite, courseId: number): boolean {
  try {
    enterCourse(site, courseId);
    return true;
  } catch (error) {
    if (error instanceof MoodleRefusal) return false;
    throw error;
  }
}

export function needCourse(site: MoodleSite, courseId: number): Course {
  const found = site.courses.find(({ id }) => id === courseId);
  if (!found) throw missingRecord('course');
  return found;
}

/** A deleted account still counts. */
export function needAccount(site: MoodleSite, accountId: number): Account {
  const found = site.records.accounts.find(({ id }) => id === accountId);
  if (!found) throw missingRecord('user');
  return found;
}
