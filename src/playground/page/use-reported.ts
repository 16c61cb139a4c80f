import { useCallback } from 'react';
import type { Gesture, Outcome } from './client';

/** The same actions, with every failure reported. */
export function useReported(perform: (gesture: Gesture) => Promise<Outcome>, report: (text: string) => void) {
  return useCallback(
    async (gesture: Gesture) => {
      const outcome = await perform(gesture);
      if (!outcome.ok) report(outcome.error);
      return outcome;
    },
    [perform, report],
  );
}
