import { createContext, useContext } from 'react';
import type { Gesture, Outcome } from './client';
import type { Channel, Command, Person } from './workspace-state';

/** What every part of the page may need; none of it changes when a message arrives. */
export interface WorkspaceContext {
  person: Person;
  /** Everybody that a message can be from or about, the bot too. */
  people: Person[];
  channels: Channel[];
  commands: Command[];
  /** Where the person lives. */
  zone: string;
  /** How many milliseconds the workspace's clock is ahead of this computer's. */
  ahead: number;
  /** Does it and shows a failure, if there is one. */
  perform(gesture: Gesture): Promise<Outcome>;
}

const Context = createContext<WorkspaceContext | undefined>(undefined);

export const WorkspaceProvider = Context.Provider;

export function useWorkspaceContext(): WorkspaceContext {
  const workspace = useContext(Context);
  if (!workspace) throw new Error('This part of the page needs the workspace around it.');
  return workspace;
}
