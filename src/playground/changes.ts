import { EventEmitter } from 'node:events';

/** Tells whoever watches that something visible changed. */
export class Changes {
  readonly #emitter = new EventEmitter().setMaxListeners(0);

  announce(): void {
    this.#emitter.emit('changed');
  }

  /** Returns how to stop listening. */
  watch(listener: () => void): () => void {
    this.#emitter.on('changed', listener);
    return () => this.#emitter.off('changed', listener);
  }

  /** True as soon as the condition holds; false when time is up first. */
  async until(condition: () => boolean, patience: number): Promise<boolean> {
    if (condition()) return true;
    return new Promise((resolve) => {
      const finish = (held: boolean) => {
        clearTimeout(timer);
        stop();
        resolve(held);
      };
      const timer = setTimeout(() => finish(condition()), patience);
      const stop = this.watch(() => condition() && finish(true));
    });
  }
}
