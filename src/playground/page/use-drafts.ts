import { useCallback, useState } from 'react';
import type { Place } from './use-place';

export interface Drafts {
  at(place: Place): string;
  write(place: Place, text: string): void;
  /** Fills in the text and focuses the composer as soon as it is on the page. */
  prepare(place: Place, text: string): void;
  isPrepared(place: Place): boolean;
}

/** Unsent text per person and channel. */
export function useDrafts(): Drafts {
  const [texts, setTexts] = useState<Record<string, string>>({});
  const [prepared, setPrepared] = useState('');

  const write = useCallback((place: Place, text: string) => {
    setPrepared('');
    setTexts((before) => ({ ...before, [nameOf(place)]: text }));
  }, []);
  const prepare = useCallback(
    (place: Place, text: string) => {
      write(place, text);
      setPrepared(nameOf(place));
    },
    [write],
  );

  return {
    at: (place) => texts[nameOf(place)] ?? '',
    write,
    prepare,
    isPrepared: (place) => prepared === nameOf(place),
  };
}

function nameOf(place: Place): string {
  return `${place.as} ${place.in}`;
}
