import { z } from 'zod';
import type { CastMember } from './cast';
import { destination, momentOf } from './clock-moves';
import { switchNames } from './fault-switches';
import type { Slack } from './slack';
import type { Outcome } from './state';

/** What the page may change about the workspace itself, for everybody in it. */
export const sceneGestures = [
  z.object({ verb: z.literal('moveClock'), to: destination }),
  z.object({ verb: z.literal('resetClock') }),
  z.object({ verb: z.literal('switchFault'), fault: z.enum(switchNames), on: z.boolean() }),
] as const;

type SceneGesture = z.infer<(typeof sceneGestures)[number]>;

export async function arrange({ clock, faults }: Slack, person: CastMember, asked: SceneGesture): Promise<Outcome> {
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
  }
  return { ok: true };
}
