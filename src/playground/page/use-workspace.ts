import { useCallback, useEffect, useMemo, useState } from 'react';
import { act, fetchState, type Gesture, listen, type Outcome } from './client';
import { coalesce } from './coalesce';
import { keepUnchanged } from './keep-unchanged';
import type { State } from './workspace-state';

interface Workspace {
  /** Undefined until the first answer for this person. */
  state: State | undefined;
  /** The last answer for any person, to keep the page stable while another person's is fetched. */
  latest: State | undefined;
  /** True while the server is unreachable. */
  lost: boolean;
  /** Acts, then waits until the effects are on the page. */
  perform(gesture: Gesture): Promise<Outcome>;
}

/** One person's view of the workspace, fetched again at every change and after every action. */
export function useWorkspace(as: string): Workspace {
  const [states, setStates] = useState<Record<string, State>>({});
  const [latest, setLatest] = useState<State>();
  const [lost, setLost] = useState(false);

  const refresh = useMemo(
    () =>
      coalesce(async () => {
        try {
          const state = await fetchState(as);
          setStates((before) => ({ ...before, [as]: keepUnchanged(before[as], state) }));
          setLatest(state);
          setLost(false);
        } catch {
          setLost(true);
        }
      }),
    [as],
  );

  useEffect(() => {
    void refresh();
    return listen(as, { changed: () => void refresh(), lost: () => setLost(true) });
  }, [as, refresh]);

  const perform = useCallback(
    async (gesture: Gesture) => {
      const outcome = await act(as, gesture);
      if (gesture.verb !== 'options') await refresh();
      return outcome;
    },
    [as, refresh],
  );

  const state = states[as];
  return { state, latest: state ?? latest, lost, perform };
}
