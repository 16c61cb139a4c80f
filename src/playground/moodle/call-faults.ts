import { MoodleRefusal } from './refusal';

type MoodleHook = (params: unknown) => unknown;

interface Planned {
  name: string;
  times: number;
  /** Undefined when the call is done, but its answer never arrives. */
  refusal: MoodleRefusal | undefined;
}

/** Faults for the next calls of one function; `*` stands for every function. */
export class CallFaults {
  #planned: Planned[] = [];
  readonly #hooks = { before: new Map<string, MoodleHook>(), after: new Map<string, MoodleHook>() };

  /** The next calls are done, but the connection is cut before the answer. */
  loseNext(name: string, times = 1): void {
    this.#planned.push({ name, times, refusal: undefined });
  }

  /** The next calls are not done, and answer with this error code. */
  refuseNext(name: string, errorcode: string, times = 1): void {
    const refusal = new MoodleRefusal('core\\exception\\moodle_exception', errorcode, `error/${errorcode}`);
    this.#planned.push({ name, times, refusal });
  }

  /** Runs the hook before each call, which waits for it. Returns a function that stops it. */
  beforeCall(name: string, hook: MoodleHook): () => void {
    return this.#hook('before', name, hook);
  }

  /** Runs the hook after each call, before its answer. Returns a function that stops it. */
  beforeAnswer(name: string, hook: MoodleHook): () => void {
    return this.#hook('after', name, hook);
  }

  async run(when: 'before' | 'after', name: string, params: unknown): Promise<void> {
    const hooks = this.#hooks[when];
    await (hooks.get(name) ?? hooks.get('*'))?.(params);
  }

  take(name: string): 'lost' | MoodleRefusal | undefined {
    const planned = this.#planned.find((one) => one.name === name || one.name === '*');
    if (!planned) return undefined;
    planned.times -= 1;
    if (planned.times < 1) this.#planned = this.#planned.filter((one) => one !== planned);
    return planned.refusal ?? 'lost';
  }

  #hook(when: 'before' | 'after', name: string, hook: MoodleHook): () => void {
    this.#hooks[when].set(name, hook);
    return () => this.#hooks[when].delete(name);
  }
}
