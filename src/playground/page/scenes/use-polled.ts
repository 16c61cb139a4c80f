import { useEffect, useState } from 'react';

const EVERY = 1_000;

/** What the server tells, asked about once a second; undefined while there is nothing to show. Ask by the same function. */
export function usePolled<T>(ask: () => Promise<T | null>): T | 'unreadable' | undefined {
  const [told, setTold] = useState<T | 'unreadable'>();

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let left = false;
    const poll = async () => {
      const answer = await ask().catch(() => 'unreadable' as const);
      if (left) return;
      setTold(answer ?? undefined);
      timer = setTimeout(poll, EVERY);
    };
    void poll();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [ask]);

  return told;
}
