import { useCallback, useEffect, useRef } from 'react';

/** Debounces: runs only the last work after a pause. Cancelled when the component unmounts. */
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
