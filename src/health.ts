import type { RequestListener } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type Now, parseInstant } from './core/time';
import { type Database, ping } from './database/database';
import { outageInShort } from './database/outage';
import { oldestWaiting } from './outbox/outbox-overview';
import { findStall } from './outbox/stall';

const LOOK_EVERY_MS = 2_000;
/** What takes longer to answer counts as unreachable. */
const PATIENCE_MS = 4_000;

interface Checks {
  db: Database;
  /** Whether Slack answered lately. */
  isSlackGood: () => Promise<boolean>;
  /** Whether the database still has the owners of the start. */
  isOurs: () => Promise<boolean>;
  now: () => Now;
  /** The real clock, by which messages are sent. */
  clock: () => Now;
  log: Logger;
}

interface Report {
  ready: boolean;
  [what: string]: unknown;
}

/**
 * Looks after the database and Slack every two seconds, so that `/readyz` costs nothing however often it is asked, and
 * always answers.
 */
export class Health {
  readonly #checks: Checks;
  #report: Promise<Report> | undefined;
  #isRetired = false;

  constructor(checks: Checks) {
    this.#checks = checks;
  }

  /** Looks again. Resolves to the milliseconds until the next look. */
  async round(): Promise<number> {
    const before = this.#report;
    const looking = look(this.#checks);
    // Until there is a first report, people wait for it.
    this.#report ??= looking;
    const [was, is] = [await before, await looking];
    this.#report = looking;
    if (was && was.ready !== is.ready) this.#checks.log.warn(is, is.ready ? 'Ready again' : 'Not ready');
    return LOOK_EVERY_MS;
  }

  /** From now on, the answer is no. */
  retire(): void {
    this.#isRetired = true;
  }

  async readiness(): Promise<Report> {
    if (this.#isRetired) return { ready: false, stopping: true };
    this.#report ??= look(this.#checks);
    return this.#report;
  }
}

/** Answers `/healthz` (alive) and `/readyz` (see `Health`); passes other requests to `next`. */
export function withHealth(health: Health, next: RequestListener): RequestListener {
  return async (request, response) => {
    const path = request.url?.split('?')[0];
    if (path !== '/healthz' && path !== '/readyz') return next(request, response);
    const report = path === '/healthz' ? { status: 'alive' } : await health.readiness();
    const isReady = !('ready' in report) || report.ready;
    response.writeHead(isReady ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(`${JSON.stringify(report)}\n`);
  };
}

/** Never rejects, and ends within seconds. */
async function look(checks: Checks): Promise<Report> {
  const outboxed = answer(outboxOf(checks).catch((error: unknown) => ({ outage: outageInShort(error) })));
  const [outbox = { outage: 'unreachable' }, slack, isOurs] = await Promise.all([
    outboxed,
    answer(checks.isSlackGood()),
    answer(checks.isOurs()),
  ]);
  const states = {
    database: 'outage' in outbox ? outbox.outage : 'ok',
    slack: slack ? 'ok' : 'unreachable',
    ...(isOurs === false && { owner: 'changed' }),
    // Further reasons not to be ready: whatever is not 'ok'.
  };
  const { stall, ageSeconds } = 'outage' in outbox ? { stall: undefined, ageSeconds: 0 } : outbox;
  return {
    ready: stall !== 'stalled' && Object.values(states).every((state) => state === 'ok'),
    ...states,
    outboxAgeSeconds: ageSeconds,
    ...(stall && { outbox: stall }),
  };
}

/** How long the oldest message has waited, and what holds it up. Rejects when the database cannot be read or written. */
async function outboxOf({ db, now, clock }: Checks) {
  await ping(db);
  const oldest = await oldestWaiting(db);
  const stall = await findStall(db, 'slack', { now: now(), clock: clock() });
  return {
    ageSeconds: oldest ? Math.round(now().diff(parseInstant(oldest), 'seconds').seconds) : 0,
    stall: stall?.state,
  };
}

/** Undefined when there is none in time. */
async function answer<Value>(asked: Promise<Value>): Promise<Value | undefined> {
  return Promise.race([asked.catch(() => undefined), sleep(PATIENCE_MS, undefined, { ref: false })]);
}
