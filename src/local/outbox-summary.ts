import { parseInstant, toInstant } from '../core/time';
import type { Database } from '../database/database';
import { overview } from '../outbox/outbox-overview';
import type { Clock } from '../playground/clock';
import type { OutboxSummary } from '../playground/state';

const MAX_ENTRIES = 50;

/** The outbox for the workspace's page, with its due times on the page's clock, which may be ahead of the real one. */
export async function summarizeOutbox(db: Database, clock: Clock): Promise<OutboxSummary> {
  const { counts, lines } = await overview(db, MAX_ENTRIES);
  const entries = lines.map(({ id, kind, concurrencyKey, state, due, attempts, error }) => ({
    ...{ id, kind, to: concurrencyKey, state, attempts },
    due: toInstant(due ? parseInstant(due).plus({ milliseconds: clock.ahead }) : clock.now()),
    ...(error !== undefined && { error }),
  }));
  return { counts, entries };
}
