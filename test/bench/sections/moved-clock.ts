import type { Now } from '../../../src/core/time';
import { clock } from '../../../src/create-app';

/** A clock that runs on from the time it was last set to. */
export interface MovedClock {
  now: () => Now;
  set: (to: Now) => void;
}

export function movedClock(start: Now): MovedClock {
  let ahead = start.diff(clock());
  return {
    now: () => clock().plus(ahead),
    set: (to) => {
      ahead = to.diff(clock());
    },
  };
}
