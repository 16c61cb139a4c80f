import { useEffect } from 'react';
import { useStored } from './use-stored';
import type { State } from './workspace-state';

type Seen = Record<string, string>;

const nothing: Seen = {};

/** Channels with messages by others since this person last looked. Survives a reload. */
export function useUnread(state: State | undefined, viewed: string): ReadonlySet<string> {
  const [seen, setSeen] = useStored(localStorage, 'local-workspace.seen', nothing);
  const person = state?.person.key ?? '';
  const newest = state?.messages[viewed]?.at(-1)?.ts;

  useEffect(() => {
    if (newest) setSeen((before) => ({ ...before, [`${person} ${viewed}`]: newest }));
  }, [person, viewed, newest, setSeen]);

  const unread = new Set<string>();
  for (const { id } of state?.channels ?? []) {
    const others = state?.messages[id]?.findLast(({ user }) => user !== state.person.userId);
    if (id !== viewed && others && others.ts > (seen[`${person} ${id}`] ?? '')) unread.add(id);
  }
  return unread;
}
