import { EventEmitter } from 'node:events';

/** Notifies listeners that something visible has changed. */
export class Changes {
  readonly #emitter = new EventEmitter().setMaxListeners(0);

  announce(): void {
    this.#emitter.emit('changed');
  }

  /** Returns a function that stops listening. */
  watch(listener: () => void): () => void {
    this.#emitter.on('changed', listener);
    return () => this.#emitter.off('changed', listener);
  }

  /** Resolves to true as soon as the condition holds, or to false after `patienceMs`. */
  async until(condition: () => boolean, patienceMs: number): Promise<boolean> {
    if (condition()) return true;
    return new Promise((resolve) => {
      const finish = (held: boolean) => {
        clearTimeout(timer);
        stop();
        resolve(held);
      };
      const timer = setTimeout(() => finish(condition()), patienceMs);
      const stop = this.watch(() => condition() && finish(true));
    });
  }
}
