import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Database } from '../../../src/database/database';
import { makeSender, round } from './make-sender';
import type { Order, Report } from './sender-program';
import type { Step } from './steps';

/** Sends waiting messages, round by round. */
export interface Worker {
  /** Starts the deliveries that are due. Reports whether messages are being sent, or that the worker is dead. */
  round: () => Promise<'busy' | 'idle' | 'dead'>;
}

/** A worker in this process. */
export function localWorker(db: Database, apiUrl: string): Worker {
  const sender = makeSender(db, apiUrl);
  return { round: async () => ((await round(sender)) ? 'busy' : 'idle') };
}

/** A worker in a separate process. */
export class WorkerProcess implements Worker {
  /** The number of steps taken so far. */
  steps = 0;
  /** The step at which it died. */
  diedAt = '';
  readonly #child: ChildProcess;
  readonly #death: Promise<unknown>;

  /** `program`: the arguments for `node` that run it. It gets the places as further arguments, in their order. */
  constructor(program: readonly string[], places: Readonly<Record<string, string>>) {
    this.#child = spawn(process.execPath, [...program, ...Object.values(places)], {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      env: { PATH: process.env.PATH ?? '', TEST_LOG: process.env.TEST_LOG ?? 'silent' },
    });
    this.#child.stdout?.on('data', (chunk) => {
      this.diedAt += chunk;
    });
    this.#child.on('error', () => undefined);
    this.#death = once(this.#child, 'close');
  }

  /** Starts a new sender, which dies at this step, if given. */
  async begin(dieAt?: Step): Promise<void> {
    await this.#tell({ begin: { dieAt } });
  }

  async round() {
    const report = await this.#tell('round');
    if (!report) return 'dead';
    this.steps = report.steps;
    return report.isBusy ? 'busy' : 'idle';
  }

  async stop(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#death;
  }

  /** Resolves to the report, or to undefined when the process dies first. */
  async #tell(order: Order): Promise<Report | undefined> {
    if (!this.#child.connected) return this.#death.then(() => undefined);
    const reported = once(this.#child, 'message') as Promise<[Report]>;
    this.#child.send(order, () => undefined);
    const answer = await Promise.race([reported, this.#death]);
    const { signalCode, exitCode } = this.#child;
    if (exitCode !== null) throw new Error(`The sender's program ended with ${exitCode}.`);
    return signalCode === null ? (answer as [Report])[0] : undefined;
  }
}
