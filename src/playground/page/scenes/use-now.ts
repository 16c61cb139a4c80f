import { useEffect, useState } from 'react';

const SECOND = 1_000;

/** The workspace's time, updated at each of its seconds. */
export function useNow(ahead: number): Date {
  const [, tick] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const wait = () => {
      timer = setTimeout(
        () => {
          tick((count) => count + 1);
          wait();
        },
        SECOND - ((Date.now() + ahead) % SECOND),
      );
    };
    wait();
    return () => clearTimeout(timer);
  }, [ahead]);
  return new Date(Date.now() + ahead);
}
