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

/** Faults planned for the bot's coming calls; the oldest that fits a call strikes it. */
export class Faults {
  #planned: Planned[] = [];

  /** `*` stands for every method; `times` says for how many calls. */
  next(method: string, fault: Fault, { times = 1 }: { times?: number } = {}): void {
    this.#planned.push({ method, fault, times });
  }

  clear(): void {
    this.#planned = [];
  }

  take(method: string): Fault | undefined {
    const planned = this.#planned.find((one) => one.method === '*' || one.method === method);
    if (!planned) return undefined;
    planned.times -= 1;
    if (planned.times < 1) this.#planned = this.#planned.filter((one) => one !== planned);
    return planned.fault;
  }
}
