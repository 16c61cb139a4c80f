import { useMemo } from 'react';
import type { WorkspaceContext } from './workspace-context';
import type { State } from './workspace-state';

/** The same object until something in it changes, so that messages are not drawn again for nothing. */
export function useWorkspaceValue(state: State | undefined, perform: WorkspaceContext['perform']) {
  const { person, people, channels, commands } = state ?? {};
  return useMemo(
    () => (person && people && channels && commands ? { person, people, channels, commands, perform } : undefined),
    [person, people, channels, commands, perform],
  );
}
