import type { RequestListener } from 'node:http';
import { type Now, parseInstant } from './core/time';
import { type Database, ping } from './database/database';
import { oldestWaiting } from './outbox/outbox-overview';
import { findStall } from './outbox/stall';

interface Checks {
  db: Database;
  /** Rejects when Slack does not answer. */
  reachSlack: () => Promise<unknown>;
  now: () => Now;
  /** The real clock, by which messages are sent. */
  clock: () => Now;
}

/**
 * Answers `/healthz` (alive) and `/readyz` (database and Slack reachable, outbox age); passes other requests to `next`.
 */
export function withHealth(checks: Checks, next: RequestListener): RequestListener {
  return async (request, response) => {
    const path = request.url?.split('?')[0];
    if (path !== '/healthz' && path !== '/readyz') return next(request, response);
    const report = path === '/healthz' ? { status: 'alive' } : await readiness(checks);
    const isReady = !('ready' in report) || report.ready;
    response.writeHead(isReady ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(`${JSON.stringify(report)}\n`);
  };
}

async function readiness({ db, reachSlack, now, clock }: Checks) {
  const [database, slack] = await Promise.all([outcome(ping(db)), outcome(reachSlack())]);
  const oldest = database === 'ok' ? await oldestWaiting(db) : undefined;
  const outboxAgeSeconds = oldest ? Math.round(now().diff(parseInstant(oldest), 'seconds').seconds) : 0;
  const stall = database === 'ok' ? await findStall(db, 'slack', { now: now(), clock: clock() }) : undefined;
  const ready = database === 'ok' && slack === 'ok' && stall?.state !== 'stalled';
  return { ready, database, slack, outboxAgeSeconds, ...(stall && { outbox: stall.state }) };
}

async function outcome(check: Promise<unknown>): Promise<'ok' | 'unreachable'> {
  return check.then(
    () => 'ok',
    () => 'unreachable',
  );
}
