import { setTimeout as wait } from 'node:timers/promises';
import { MoodleFailure } from '../../../moodle/moodle-failure';
import { isEnrolled } from './prepare-trial';
import type { Beginning, Trial } from './trial';

const MOST_ATTEMPTS = 4;
const PAUSE_MS = 250;

/** Something that may have been left in Moodle, whether or not its making was ever answered. */
interface Trace {
  begun: Beginning;
  what: string;
  cure: string;
  find: () => Promise<boolean>;
  remove: () => Promise<void>;
}

/** Leaves Moodle as it was; returns a sentence for each thing that stayed. */
export async function cleanUp(trial: Trial): Promise<string[]> {
  const left: string[] = [];
  for (const trace of tracesOf(trial).filter(({ begun }) => trial.begun.has(begun))) {
    if (!(await removed(trace))) left.push(`${trace.what} may be left behind; ${trace.cure}`);
  }
  return left;
}

/** Looks again after removing, so that a lost answer says nothing either way. */
async function removed({ find, remove }: Trace): Promise<boolean> {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
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

function tracesOf(trial: Trial): Trace[] {
  const { moodle, deletions, site, course, groupName, email } = trial;
  const groupsOfRun = async () => (await moodle.groups(course.id)).filter(({ name }) => name === groupName);
  return [
    {
      begun: 'enrolment',
      what: `The enrolment of ${site.username} in ${course.shortname}`,
      cure: `take ${site.username} out under Participants: ${moodle.courseAddress(course.id)}`,
      find: () => isEnrolled(trial),
      remove: () => moodle.unenrol(course.id, [site.accountId]),
    },
    {
      begun: 'group',
      what: `The group “${groupName}” in ${course.shortname}`,
      cure: `delete it under Participants → Groups: ${moodle.courseAddress(course.id)}`,
      find: async () => (await groupsOfRun()).length > 0,
      remove: async () => {
        for (const { id } of await groupsOfRun()) await deletions.deleteGroup(id);
      },
    },
    {
      begun: 'account',
      what: `The account ${email}`,
      cure: 'delete it under Site administration → Users → Browse list of users',
      find: async () => (await moodle.accountsByEmail([email])).length > 0,
      remove: async () => {
        for (const { id } of await moodle.accountsByEmail([email])) await deletions.deleteAccount(id);
      },
    },
  ];
}
