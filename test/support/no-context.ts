import type { MessageContext } from '../../src/outbox/message';

/** For messages that do not read the context: any access fails the test. */
export const NO_CONTEXT = new Proxy({} as MessageContext, {
  get: (_context, name) => {
    throw new Error(`The message asked for ${String(name)}.`);
  },
});
