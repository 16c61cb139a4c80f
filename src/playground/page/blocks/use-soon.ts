import { useCallback, useEffect, useRef } from 'react';

/** Does the last thing asked for, once nothing else has been asked for a while; nothing after the place is gone. */
export function useSoon(milliseconds: number): (work: () => unknown) => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(
    (work) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(work, milliseconds);
    },
    [milliseconds],
  );
}
