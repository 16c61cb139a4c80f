import { useEffect } from 'react';
import { Channel } from './channel/Channel';
import { Home } from './home/Home';
import { Icon } from './Icon';
import { MenuButton } from './MenuButton';
import { PlaceTitle } from './PlaceTitle';
import { Tour } from './tour/Tour';
import { useTour } from './tour/use-tour';
import type { Drafts } from './use-drafts';
import { HOME, type Place } from './use-place';
import type { State } from './workspace-state';

interface Props {
  state: State;
  place: Place;
  drafts: Drafts;
  unread: boolean;
  onMenu(): void;
}

export function Screen({ state, place, drafts, unread, onMenu }: Props) {
  const tour = useTour(state);
  const channel = state.channels.find(({ id }) => id === place.in);
  useTitle(place.in === HOME ? 'Home' : channel?.name, state.person.name);

  return (
    <>
      <header className="bar">
        <MenuButton unread={unread} onPress={onMenu} />
        <PlaceTitle channel={channel} />
        <button type="button" className="button quiet" aria-expanded={tour.open} onClick={tour.toggle}>
          <Icon name="compass" size={16} />
          Try this
        </button>
      </header>
      {tour.open && <Tour tour={tour} drafts={drafts} />}
      {place.in === HOME && <Home view={state.home} />}
      {channel && (
        <Channel
          key={channel.id}
          channel={channel}
          messages={state.messages[channel.id]}
          place={place}
          drafts={drafts}
        />
      )}
    </>
  );
}

function useTitle(name: string | undefined, person: string): void {
  useEffect(() => {
    document.title = [name, person, 'Local workspace'].filter(Boolean).join(' · ');
  }, [name, person]);
}
