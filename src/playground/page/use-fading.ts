import { useEffect, useRef } from 'react';
import { type Failure, nameOf } from './workspace-state';

const LASTING = 12_000;
const OFTEN = 1_000;

/** Drops what has been there for a while, unless somebody points at it or has the focus in it. */
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

/** Asked when it matters: what is taken away under the pointer or the focus does not say that they left. */
function isAttended(): boolean {
  return document.querySelector('.toasts:is(:hover, :focus-within)') !== null;
}
