import type { Sender } from '../../../src/outbox/sender';
import { openProductDatabase } from '../../../src/product-database';
import { makeSender, round } from './make-sender';
import { SharedClock } from './shared-clock';
import { type Step, Steps } from './steps';

/** A command to the program: start a new sender, or run one round. */
export type Order = { begin: { dieAt: Step | undefined } } | 'round';
/** The program's report after a command. */
export interface Report {
  isBusy: boolean;
  steps: number;
}

/** A sender in a separate process, which executes commands until it dies. */
function main([url = '', apiUrl = '', clock = '']: string[]): void {
  new SharedClock(clock).rule();
  const db = openProductDatabase(url);
  const steps = new Steps();
  steps.watch(db);
  let sender: Sender | undefined;
  process.on('message', async (order: Order) => {
    if (order === 'round') {
      const isBusy = sender !== undefined && (await round(sender));
      process.send?.({ isBusy, steps: steps.taken } satisfies Report);
      return;
    }
    await sender?.drain();
    sender = makeSender(db, apiUrl);
    steps.taken = 0;
    steps.dieAt = order.begin.dieAt;
    process.send?.({ isBusy: false, steps: 0 } satisfies Report);
  });
  process.on('disconnect', () => process.exit());
}

main(process.argv.slice(2));
