import type { Logger } from 'pino';

export type Stop = () => Promise<unknown>;

/** The first signal stops everything in order; a second one ends the process at once. */
export function stopOnSignals(stops: readonly Stop[], log: Logger): void {
  let isStopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (isStopping) process.exit(1);
      isStopping = true;
      void stopAll(stops, log).then((code) => process.exit(code));
    });
  }
}

async function stopAll(stops: readonly Stop[], log: Logger): Promise<number> {
  log.info('Stopping');
  try {
    for (const stop of stops) await stop();
    return 0;
  } catch (error) {
    log.error({ err: error }, 'Stopping failed');
    return 1;
  }
}
