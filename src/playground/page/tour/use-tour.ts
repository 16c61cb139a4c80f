import { useEffect } from 'react';
import { useStored } from '../use-stored';
import type { State } from '../workspace-state';
import { setupTour } from './setup-steps';
import { demonstrationTour, isListed, type TourStep } from './tour-steps';

export interface TourState {
  open: boolean;
  steps: readonly TourStep[];
  done: readonly number[];
  toggle(): void;
}

interface Progress {
  closed: boolean;
  done: number[];
  listed: boolean;
  /** The start time of the workspace that the progress is from, if known. */
  since?: string;
}

const start: Progress = { closed: false, done: [], listed: false };

/** The steps that the page has shown to be done; stored for the next visit. */
export function useTour(state: State): TourState {
  const plan = state.emptySince ? setupTour : demonstrationTour;
  const [{ closed, done }, setProgress] = useStored(localStorage, plan.name, start);

  useEffect(() => {
    setProgress((before) => {
      const known = plan.isNew(state, before.since) ? start : before;
      const listed = known.listed || isListed(state, known.done);
      const fresh = plan.steps.flatMap((step, index) => (step.isDone(state, { ...known, listed }) ? [index] : []));
      return {
        ...before,
        done: [...new Set([...known.done, ...fresh])].sort(),
        listed,
        ...(state.emptySince && { since: state.emptySince }),
      };
    });
  }, [state, plan, setProgress]);

  const toggle = () => setProgress((before) => ({ ...before, closed: !before.closed }));
  return { open: !closed, steps: plan.steps, done, toggle };
}
