import { useRef } from 'react';
import type { Gesture, Outcome } from '../client';
import type { Place } from '../use-place';
import type { Person, State } from '../workspace-state';
import { ChannelLinks } from './ChannelLinks';
import { PersonSwitch } from './PersonSwitch';
import { Shortcuts } from './Shortcuts';
import { useDrawer } from './use-drawer';

interface Props {
  state: State;
  people: Person[];
  place: Place;
  unread: ReadonlySet<string>;
  perform(gesture: Gesture): Promise<Outcome>;
  /** True in a narrow window while the drawer is closed. */
  hidden: boolean;
  /** True in a narrow window while the drawer is open. */
  open: boolean;
  /** Closes the drawer after a choice or Escape. */
  onLeave(): void;
}

export function Sidebar({ state, people, place, unread, perform, hidden, open, onLeave }: Props) {
  const aside = useRef<HTMLElement>(null);
  useDrawer(aside, open, onLeave);

  return (
    <aside ref={aside} className="sidebar" aria-label="Workspace" inert={hidden}>
      <div className="workspace-name">
        <strong>{state.person.teamName}</strong>
        <span>Local workspace. Nothing leaves this computer.</span>
      </div>
      <PersonSwitch people={people} place={place} onPick={onLeave} />
      <ChannelLinks state={state} place={place} unread={unread} onPick={onLeave} />
      <Shortcuts shortcuts={state.shortcuts} perform={perform} onPick={onLeave} />
    </aside>
  );
}
