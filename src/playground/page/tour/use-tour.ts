import { useEffect } from 'react';
import { useStored } from '../use-stored';
import type { State } from '../workspace-state';
import { isUntouched, tourSteps } from './tour-steps';

export interface TourState {
  open: boolean;
  done: readonly number[];
  toggle(): void;
}

interface Progress {
  closed: boolean;
  done: number[];
}

const start: Progress = { closed: false, done: [] };

/** Which steps are done, as seen on the page; kept for the next visit. */
export function useTour(state: State): TourState {
  const [{ closed, done }, setProgress] = useStored(localStorage, 'local-workspace.tour', start);

  useEffect(() => {
    setProgress((before) => {
      const known = isUntouched(state) ? [] : before.done;
      const fresh = tourSteps.flatMap((step, index) => (step.isDone(state, known) ? [index] : []));
      return { ...before, done: [...new Set([...known, ...fresh])].sort() };
    });
  }, [state, setProgress]);

  const toggle = () => setProgress((before) => ({ ...before, closed: !before.closed }));
  return { open: !closed, done, toggle };
}
