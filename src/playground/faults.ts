import { type FaultSwitch, faultOf, switchNames } from './fault-switches';

/** What can go wrong with one call of the Web API. */
export type Fault =
  | { kind: 'rate_limited'; retryAfter: number }
  | { kind: 'http'; status: number }
  | { kind: 'error'; error: string }
  /** Done, but the answer never arrives. */
  | { kind: 'lost' }
  | { kind: 'slow'; ms: number };

interface Planned {
  method: string;
  fault: Fault;
  times: number;
}

/** Faults of the bot's coming calls: the oldest planned one that fits a call strikes it, else one that is switched on. */
export class Faults {
  readonly #on = new Set<FaultSwitch>();
  readonly #changed: () => void;
  #planned: Planned[] = [];

  constructor(changed: () => void = () => undefined) {
    this.#changed = changed;
  }

  /** `*` stands for every method; `times` says for how many calls. */
  next(method: string, fault: Fault, { times = 1 }: { times?: number } = {}): void {
    this.#planned.push({ method, fault, times });
  }

  /** From now on, until it is switched off. */
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

  /** Nothing is planned any more, and nothing is on. */
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
