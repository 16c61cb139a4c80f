import type { MessageContext } from '../../src/outbox/message';

/** For messages that make nothing out of it: whatever is read from it fails the test. */
export const NO_CONTEXT = new Proxy({} as MessageContext, {
  get: (_context, name) => {
    throw new Error(`The message asked for ${String(name)}.`);
  },
});
