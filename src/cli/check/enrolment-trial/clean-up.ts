import { setTimeout as wait } from 'node:timers/promises';
import { MoodleFailure } from '../../../moodle/moodle-failure';
import { isEnrolled } from './prepare-trial';
import type { Beginning, Trial } from './trial';

const MAX_ATTEMPTS = 4;
const PAUSE_MS = 250;

/** An effect of the trial that may remain in Moodle, also when the answer to its request was lost. */
interface Leftover {
  begun: Beginning;
  what: string;
  remedy: string;
  find: () => Promise<boolean>;
  remove: () => Promise<void>;
}

/** Removes the effects of the trial; returns a sentence for each that may remain. */
export async function cleanUp(trial: Trial): Promise<string[]> {
  const left: string[] = [];
  for (const leftover of leftoversOf(trial).filter(({ begun }) => trial.begun.has(begun))) {
    if (!(await removed(leftover))) left.push(`${leftover.what} may be left behind; ${leftover.remedy}`);
  }
  return left;
}

/** Looks again after each removal, so a lost answer does not count as success or as failure. */
async function removed({ find, remove }: Leftover): Promise<boolean> {
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    try {
      if (!(await find())) return true;
      await remove();
    } catch (error) {
      if (!(error instanceof MoodleFailure)) throw error;
      await wait(PAUSE_MS);
    }
  }
  return false;
}

function leftoversOf(trial: Trial): Leftover[] {
  const { moodle, deletions, site, course, groupName, email } = trial;
  const groupsOfRun = async () => (await moodle.groups(course.id)).filter(({ name }) => name === groupName);
  return [
    {
      begun: 'enrolment',
      what: `The enrolment of ${site.username} in ${course.shortname}`,
      remedy: `take ${site.username} out under Participants: ${moodle.courseAddress(course.id)}`,
      find: () => isEnrolled(trial),
      remove: () => moodle.unenrol(course.id, [site.accountId]),
    },
    {
      begun: 'group',
      what: `The group “${groupName}” in ${course.shortname}`,
      remedy: `delete it under Participants → Groups: ${moodle.courseAddress(course.id)}`,
      find: async () => (await groupsOfRun()).length > 0,
      remove: async () => {
        for (const { id } of await groupsOfRun()) await deletions.deleteGroup(id);
      },
    },
    {
      begun: 'account',
      what: `The account ${email}`,
      remedy: 'delete it under Site administration → Users → Browse list of users',
      find: async () => (await moodle.accountsByEmail([email])).length > 0,
      remove: async () => {
        for (const { id } of await moodle.accountsByEmail([email])) await deletions.deleteAccount(id);
      },
    },
  ];
}
