import { useEffect, useState } from 'react';
import type { State } from './workspace-state';

const STORED = 'local-workspace.seen';

type Seen = Record<string, string>;

/** The channels with something from somebody else since this person last looked; survives a reload. */
export function useUnread(state: State | undefined, viewed: string): ReadonlySet<string> {
  const [seen, setSeen] = useState(readSeen);
  const person = state?.person.key ?? '';
  const newest = state?.messages[viewed]?.at(-1)?.ts;

  useEffect(() => {
    if (!newest) return;
    setSeen((before) => writeSeen({ ...before, [`${person} ${viewed}`]: newest }));
  }, [person, viewed, newest]);

  const unread = new Set<string>();
  for (const { id } of state?.channels ?? []) {
    const others = state?.messages[id]?.findLast(({ user }) => user !== state.person.userId);
    if (id !== viewed && others && others.ts > (seen[`${person} ${id}`] ?? '')) unread.add(id);
  }
  return unread;
}

function readSeen(): Seen {
  return JSON.parse(localStorage.getItem(STORED) ?? '{}') as Seen;
}

function writeSeen(seen: Seen): Seen {
  localStorage.setItem(STORED, JSON.stringify(seen));
  return seen;
}
