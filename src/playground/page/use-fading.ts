import { useEffect, useRef } from 'react';
import { type Failure, nameOf } from './workspace-state';

const LASTING = 12_000;
const OFTEN = 1_000;

/** Drops old failures, unless the pointer or the focus is on them. */
export function useFading(failures: readonly Failure[], drop: (old: readonly Failure[]) => void): void {
  const since = useRef<ReadonlyMap<string, number>>(new Map());

  useEffect(() => {
    const before = since.current;
    since.current = new Map(failures.map(nameOf).map((name) => [name, before.get(name) ?? Date.now()]));
    if (failures.length === 0) return;
    const timer = setInterval(() => {
      const then = Date.now() - LASTING;
      const old = failures.filter((failure) => (since.current.get(nameOf(failure)) ?? then) <= then);
      if (old.length > 0 && !isAttended()) drop(old);
    }, OFTEN);
    return () => clearInterval(timer);
  }, [failures, drop]);
}

/** Queried on demand: removing an element under the pointer or the focus fires no leave event. */
function isAttended(): boolean {
  return document.querySelector('.toasts:is(:hover, :focus-within)') !== null;
}
