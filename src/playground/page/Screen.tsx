import { useEffect } from 'react';
import { Channel } from './channel/Channel';
import { Home } from './home/Home';
import { type Card, ScreenBar } from './ScreenBar';
import { SceneHint } from './scenes/SceneHint';
import { Scenes } from './scenes/Scenes';
import { useScenes } from './scenes/use-scenes';
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
  const scenes = useScenes();
  const channel = state.channels.find(({ id }) => id === place.in);
  const cards: Card[] = [
    { title: 'Try this', icon: 'compass', open: tour.open, toggle: () => toggle(tour, scenes) },
    { title: 'Behind the scenes', icon: 'sliders', open: scenes.open, toggle: () => toggle(scenes, tour) },
  ];
  useTitle(place.in === HOME ? 'Home' : channel?.name, state.person.name);

  return (
    <>
      <ScreenBar channel={channel} unread={unread} cards={cards} onMenu={onMenu} />
      <SceneHint state={state} />
      {tour.open && <Tour tour={tour} drafts={drafts} />}
      {scenes.open && <Scenes state={state} onClose={scenes.toggle} />}
      {place.in === HOME && !state.person.foreign && <Home view={state.home} />}
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

interface Openable {
  open: boolean;
  toggle(): void;
}

/** Opens one card at a time, to keep the messages below visible. */
function toggle(card: Openable, other: Openable): void {
  if (!card.open && other.open) other.toggle();
  card.toggle();
}

function useTitle(name: string | undefined, person: string): void {
  useEffect(() => {
    document.title = [name, person, 'Local workspace'].filter(Boolean).join(' · ');
  }, [name, person]);
}
