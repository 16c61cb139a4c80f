import type { Logger } from 'pino';

export type Stop = () => Promise<unknown>;

/** One signal can arrive twice: Ctrl-C reaches npm and its program, and npm passes it on. Nobody presses again so soon. */
const ECHO_MS = 1_000;
/** Service managers kill after thirty seconds. What has not ended before, such as a call to a Moodle that hangs, is left. */
const LONGEST_MS = 25_000;

/** The first signal stops everything in order; a later one ends the process at once. */
export function stopOnSignals(stops: readonly Stop[], log: Logger): void {
  let stoppingSince: number | undefined;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      const now = performance.now();
      if (stoppingSince !== undefined && now - stoppingSince > ECHO_MS) process.exit(1);
      if (stoppingSince !== undefined) return;
      stoppingSince = now;
      void stopAll(stops, log).then((code) => process.exit(code));
    });
  }
}

async function stopAll(stops: readonly Stop[], log: Logger): Promise<number> {
  log.info('Stopping');
  const deadline = setTimeout(() => {
    log.error('Stopping took too long, so what still waits is left to the next start');
    process.exit(1);
  }, LONGEST_MS);
  deadline.unref();
  try {
    for (const stop of stops) await stop();
    return 0;
  } catch (error) {
    log.error({ err: error }, 'Stopping failed');
    return 1;
  }
}
