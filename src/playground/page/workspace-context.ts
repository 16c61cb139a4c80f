import { createContext, useContext } from 'react';
import type { Gesture, Outcome } from './client';
import type { Channel, Command, Person } from './workspace-state';

/** Data for all parts of the page. None of it changes when a message arrives. */
export interface WorkspaceContext {
  person: Person;
  /** All possible authors and subjects of messages, including the bot. */
  people: Person[];
  channels: Channel[];
  commands: Command[];
  /** The person's time zone. */
  zone: string;
  /** Milliseconds that the workspace's clock is ahead of this computer's. */
  ahead: number;
  /** Acts, and shows a failure if there is one. */
  perform(gesture: Gesture): Promise<Outcome>;
}

const Context = createContext<WorkspaceContext | undefined>(undefined);

export const WorkspaceProvider = Context.Provider;

export function useWorkspaceContext(): WorkspaceContext {
  const workspace = useContext(Context);
  if (!workspace) throw new Error('This part of the page needs the workspace around it.');
  return workspace;
}
