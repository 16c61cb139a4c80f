import type { OutboxEntry } from '../../src/outbox/outbox-entry';

/** An outbox entry that was tried before. */
export function anEntry(kind: string, subject: string): OutboxEntry {
  const never = { firstTriedAt: undefined, triedSeconds: 0, expiresAt: undefined };
  return {
    id: 1,
    kind,
    subject,
    to: undefined,
    concurrencyKey: 'a',
    queue: 'chat.postMessage',
    dedupeKey: 'a',
    attempts: 1,
    maybeDone: false,
    createdAt: '2026-03-02T09:00:00.000Z',
    ...never,
  };
}
