import { type FaultSwitch, faultOf, switchNames } from './fault-switches';

/** A fault in one call of the Web API. */
export type Fault =
  | { kind: 'rate_limited'; retryAfter: number }
  | { kind: 'http'; status: number }
  | { kind: 'error'; error: string }
  /** Slack does it, but the answer never arrives. */
  | { kind: 'lost' }
  | { kind: 'slow'; ms: number };

interface Planned {
  method: string;
  fault: Fault;
  times: number;
}

/**
 * Faults for the bot's next calls. The oldest planned fault that matches a call applies, otherwise a switched-on one.
 */
export class Faults {
  readonly #on = new Set<FaultSwitch>();
  readonly #changed: () => void;
  #planned: Planned[] = [];

  constructor(changed: () => void = () => undefined) {
    this.#changed = changed;
  }

  /** `*` stands for every method; `times` is the number of calls. */
  next(method: string, fault: Fault, { times = 1 }: { times?: number } = {}): void {
    this.#planned.push({ method, fault, times });
  }

  /** The fault stays on until it is switched off. */
  switchOn(name: FaultSwitch): void {
    this.#on.add(name);
    this.#changed();
  }

  switchOff(name: FaultSwitch): void {
    this.#on.delete(name);
    this.#changed();
  }

  isOn(name: FaultSwitch): boolean {
    return this.#on.has(name);
  }

  get on(): FaultSwitch[] {
    return switchNames.filter((name) => this.isOn(name));
  }

  /** Drops all planned faults and switches everything off. */
  clear(): void {
    this.#planned = [];
    this.#on.clear();
    this.#changed();
  }

  take(method: string): Fault | undefined {
    const planned = this.#planned.find((one) => one.method === '*' || one.method === method);
    if (!planned) return faultOf(this.#on, method);
    planned.times -= 1;
    if (planned.times < 1) this.#planned = this.#planned.filter((one) => one !== planned);
    return planned.fault;
  }
}
