import { useSyncExternalStore } from 'react';

/** The current person and channel, stored in the address, so that two windows can be two people. */
export interface Place {
  as: string;
  in: string;
}

export const HOME = 'home';
const FIRST_PERSON = 'sonia';

export function usePlace(): Place {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return readPlace(hash);
}

function readPlace(hash: string): Place {
  const read = new URLSearchParams(hash.replace(/^#/, ''));
  return { as: read.get('as') || FIRST_PERSON, in: read.get('in') ?? '' };
}

export function hrefOf(place: Place): string {
  return `#${new URLSearchParams({ as: place.as, in: place.in })}`;
}

export function goTo(place: Place): void {
  window.location.hash = hrefOf(place);
}

/** Goes there without adding a history entry. */
export function settleIn(place: Place): void {
  window.location.replace(hrefOf(place));
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}
