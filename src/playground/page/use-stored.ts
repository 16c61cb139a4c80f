import { useCallback, useMemo, useSyncExternalStore } from 'react';

type Change<T> = (before: T) => T;

const CHANGED = 'stored-here';

/** A value in the browser's storage, shared between windows; the initial value when it is unreadable. */
export function useStored<T>(
  storage: Storage,
  key: string,
  initial: T,
): [value: T, change: (change: Change<T>) => void] {
  const text = useSyncExternalStore(subscribe, () => storage.getItem(key));
  const value = useMemo(() => parse(text, initial), [text, initial]);

  const change = useCallback(
    (apply: Change<T>) => {
      const before = storage.getItem(key);
      const after = JSON.stringify(apply(parse(before, initial)));
      if (after === before) return;
      storage.setItem(key, after);
      window.dispatchEvent(new Event(CHANGED));
    },
    [storage, key, initial],
  );

  return [value, change];
}

function parse<T>(text: string | null, initial: T): T {
  try {
    return text === null ? initial : (JSON.parse(text) as T);
  } catch {
    return initial;
  }
}

/** The browser notifies only other windows, so this one dispatches its own event. */
function subscribe(changed: () => void): () => void {
  window.addEventListener('storage', changed);
  window.addEventListener(CHANGED, changed);
  return () => {
    window.removeEventListener('storage', changed);
    window.removeEventListener(CHANGED, changed);
  };
}
