import { useEffect } from 'react';
import { useStored } from '../use-stored';
import type { State } from '../workspace-state';
import { isListed, isUntouched, tourSteps } from './tour-steps';

export interface TourState {
  open: boolean;
  done: readonly number[];
  toggle(): void;
}

interface Progress {
  closed: boolean;
  done: number[];
  listed: boolean;
}

const start: Progress = { closed: false, done: [], listed: false };

/** Which steps are done, as seen on the page; kept for the next visit. */
export function useTour(state: State): TourState {
  const [{ closed, done }, setProgress] = useStored(localStorage, 'local-workspace.tour', start);

  useEffect(() => {
    setProgress((before) => {
      const known = isUntouched(state) ? start : before;
      const listed = known.listed || isListed(state, known.done);
      const fresh = tourSteps.flatMap((step, index) => (step.isDone(state, { ...known, listed }) ? [index] : []));
      return { ...before, done: [...new Set([...known.done, ...fresh])].sort(), listed };
    });
  }, [state, setProgress]);

  const toggle = () => setProgress((before) => ({ ...before, closed: !before.closed }));
  return { open: !closed, done, toggle };
}
