import type { ReactNode } from 'react';
import { Icon } from '../Icon';
import { HOME, type Place } from '../use-place';
import type { Channel, State } from '../workspace-state';
import { PlaceLink } from './PlaceLink';

interface Props {
  state: State;
  place: Place;
  unread: ReadonlySet<string>;
  onPick(): void;
}

export function ChannelLinks({ state, place, unread, onPick }: Props) {
  const link = (to: string, icon: ReactNode, name: string) => (
    <PlaceLink key={to} to={to} icon={icon} name={name} place={place} unread={unread.has(to)} onPick={onPick} />
  );
  const hash = <Icon name="hash" size={16} />;
  const direct = ofKind(state, 'direct');
  return (
    <>
      <nav className="group" aria-labelledby="channels">
        <h2 id="channels">Channels</h2>
        <ul>{ofKind(state, 'channel').map(({ id, name }) => link(id, hash, name))}</ul>
      </nav>
      {(direct.length > 0 || !state.person.foreign) && (
        <nav className="group" aria-labelledby="app">
          <h2 id="app">App</h2>
          <ul>
            {direct.map(({ id, name }) =>
              link(
                id,
                <span className="app-mark">
                  <Icon name="seat" size={14} />
                </span>,
                name,
              ),
            )}
            {!state.person.foreign && link(HOME, <Icon name="home" size={16} />, 'App Home')}
          </ul>
        </nav>
      )}
    </>
  );
}

function ofKind(state: State, kind: Channel['kind']): Channel[] {
  return state.channels.filter((channel) => channel.kind === kind);
}
