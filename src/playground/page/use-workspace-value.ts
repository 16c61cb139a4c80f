import { useMemo } from 'react';
import type { WorkspaceContext } from './workspace-context';
import type { State } from './workspace-state';

/** The same object until its content changes, so that messages do not render again. */
export function useWorkspaceValue(state: State | undefined, perform: WorkspaceContext['perform']) {
  const { person, people, channels, commands, clock } = state ?? {};
  const { zone, ahead = 0 } = clock ?? {};
  return useMemo(
    () =>
      person && people && channels && commands && zone
        ? { person, people, channels, commands, zone, ahead, perform }
        : undefined,
    [person, people, channels, commands, zone, ahead, perform],
  );
}
