import { useEffect, useState } from 'react';
import type { State } from '../workspace-state';
import { isUntouched, tourSteps } from './tour-steps';

export interface TourState {
  open: boolean;
  done: readonly number[];
  toggle(): void;
}

interface Stored {
  closed: boolean;
  done: number[];
}

const STORED = 'local-workspace.tour';

/** Which steps are done, as seen on the page; kept for the next visit. */
export function useTour(state: State): TourState {
  const [stored, setStored] = useState(read);

  useEffect(() => {
    setStored((before) => {
      const known = isUntouched(state) ? [] : before.done;
      const fresh = tourSteps.flatMap((step, index) => (step.isDone(state, known) ? [index] : []));
      const done = [...new Set([...known, ...fresh])].sort();
      return done.join() === before.done.join() ? before : write({ ...before, done });
    });
  }, [state]);

  const toggle = () => setStored((before) => write({ ...before, closed: !before.closed }));
  return { open: !stored.closed, done: stored.done, toggle };
}

function read(): Stored {
  return JSON.parse(localStorage.getItem(STORED) ?? '{"closed":false,"done":[]}') as Stored;
}

function write(stored: Stored): Stored {
  localStorage.setItem(STORED, JSON.stringify(stored));
  return stored;
}
