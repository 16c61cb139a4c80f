import { useEffect } from 'react';
import { HOME, type Place, settleIn } from './use-place';
import type { Person, State } from './workspace-state';

/** Replaces an unknown person by the first one, and an unknown place by the person's first channel. */
export function useSettled(place: Place, people: Person[], state: State | undefined): void {
  useEffect(() => {
    const [first] = people;
    if (first && !people.some(({ key }) => key === place.as)) settleIn({ as: first.key, in: place.in });
  }, [place, people]);

  useEffect(() => {
    if (!state) return;
    const known = state.channels.some(({ id }) => id === place.in) || (place.in === HOME && !state.person.foreign);
    const first = state.channels[0];
    if (!known && first) settleIn({ as: place.as, in: first.id });
  }, [place, state]);
}
