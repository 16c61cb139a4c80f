import { useEffect, useRef } from 'react';

/** Calls back each time the server becomes reachable again. */
export function useReturn(lost: boolean, onReturn: () => void): void {
  const wasLost = useRef(lost);
  useEffect(() => {
    const returned = wasLost.current && !lost;
    wasLost.current = lost;
    if (returned) onReturn();
  }, [lost, onReturn]);
}
