import type { RequestListener } from 'node:http';
import { type Now, parseInstant } from './core/time';
import { type Database, ping } from './database/database';
import { oldestWaiting } from './outbox/outbox-overview';

interface Checks {
  db: Database;
  /** Rejects when Slack does not answer. */
  reachSlack: () => Promise<unknown>;
  now: () => Now;
  isStopping: () => boolean;
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

async function readiness({ db, reachSlack, now, isStopping }: Checks) {
  if (isStopping()) return { ready: false, stopping: true };
  const [database, slack] = await Promise.all([outcome(ping(db)), outcome(reachSlack())]);
  const oldest = database === 'ok' ? await oldestWaiting(db) : undefined;
  const outboxAgeSeconds = oldest ? Math.round(now().diff(parseInstant(oldest), 'seconds').seconds) : 0;
  return { ready: database === 'ok' && slack === 'ok', database, slack, outboxAgeSeconds };
}

async function outcome(check: Promise<unknown>): Promise<'ok' | 'unreachable'> {
  return check.then(
    () => 'ok',
    () => 'unreachable',
  );
}
