import type { Now } from '../../../src/core/time';
import { clock } from '../../../src/create-app';

/** Goes on from wherever it was set last. */
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
