import { useEffect, useState } from 'react';
import { fetchOutbox } from '../client';
import type { OutboxSummary } from '../workspace-state';

const EVERY = 1_000;

/** What the bot's outbox holds, asked about once a second; undefined while there is nothing to show. */
export function useOutbox(): OutboxSummary | 'unreadable' | undefined {
  const [outbox, setOutbox] = useState<OutboxSummary | 'unreadable'>();

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let left = false;
    const ask = async () => {
      const answer = await fetchOutbox().catch(() => 'unreadable' as const);
      if (left) return;
      setOutbox(answer ?? undefined);
      timer = setTimeout(ask, EVERY);
    };
    void ask();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, []);

  return outbox;
}
