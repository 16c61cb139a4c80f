import { useEffect, useState } from 'react';

const EVERY = 1_000;

/**
 * The server's answer, polled once a second; undefined when there is nothing to show. `ask` must be a stable function.
 */
export function usePolled<T>(ask: () => Promise<T | null>): T | 'unreadable' | undefined {
  const [shown, setShown] = useState<T | 'unreadable'>();

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let left = false;
    const poll = async () => {
      const answer = await ask().catch(() => 'unreadable' as const);
      if (left) return;
      setShown(answer ?? undefined);
      timer = setTimeout(poll, EVERY);
    };
    void poll();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [ask]);

  return shown;
}
