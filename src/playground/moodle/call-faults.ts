import { MoodleRefusal } from './refusal';

type MoodleHook = (params: unknown) => unknown;

interface Planned {
  name: string;
  times: number;
  /** Undefined for a call that is done, but whose answer never arrives. */
  refusal: MoodleRefusal | undefined;
}

/** What befalls the coming calls of one function; `*` stands for every function. */
export class CallFaults {
  #planned: Planned[] = [];
  readonly #hooks = { before: new Map<string, MoodleHook>(), after: new Map<string, MoodleHook>() };

  /** Done, but the connection is cut before the answer. */
  loseNext(name: string, times = 1): void {
    this.#planned.push({ name, times, refusal: undefined });
  }

  /** Not done, and answered with this code. */
  refuseNext(name: string, errorcode: string, times = 1): void {
    const refusal = new MoodleRefusal('core\\exception\\moodle_exception', errorcode, `error/${errorcode}`);
    this.#planned.push({ name, times, refusal });
  }

  /** Runs before each call is done, which waits for it; returns how to stop. */
  beforeCall(name: string, hook: MoodleHook): () => void {
    return this.#hook('before', name, hook);
  }

  /** Runs when a call is done but not yet answered; returns how to stop. */
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
