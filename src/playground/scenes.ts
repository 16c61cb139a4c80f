import { z } from 'zod';
import type { CastMember } from './cast';
import { destination, momentOf } from './clock-moves';
import { switchNames } from './fault-switches';
import { moodleSwitches, switchMoodle } from './moodle/switches';
import type { Slack } from './slack';
import type { Outcome } from './state';

/** The page's actions on the workspace itself; they affect every person in it. */
export const sceneGestures = [
  z.object({ verb: z.literal('moveClock'), to: destination }),
  z.object({ verb: z.literal('resetClock') }),
  z.object({ verb: z.literal('switchFault'), fault: z.enum(switchNames), on: z.boolean() }),
  z.object({ verb: z.literal('switchMoodle'), name: z.enum(moodleSwitches), on: z.boolean() }),
  z.object({ verb: z.literal('openCourse'), accountId: z.int(), courseId: z.int() }),
] as const;

type SceneGesture = z.infer<(typeof sceneGestures)[number]>;

export async function arrange(
  { clock, faults, moodle }: Slack,
  person: CastMember,
  asked: SceneGesture,
): Promise<Outcome> {
  switch (asked.verb) {
    case 'moveClock':
      clock.moveTo(momentOf(asked.to, clock.now(), person));
      break;
    case 'resetClock':
      clock.reset();
      break;
    case 'switchFault':
      if (asked.on) faults.switchOn(asked.fault);
      else faults.switchOff(asked.fault);
      break;
    case 'switchMoodle':
      switchMoodle(moodle.settings, asked.name, asked.on);
      moodle.changes.announce();
      break;
    case 'openCourse':
      if (!moodle.isEnrolled(asked.accountId, asked.courseId))
        return { ok: false, error: 'They are not enrolled there.' };
      moodle.opensCourse(asked.accountId, asked.courseId);
  }
  return { ok: true };
}
