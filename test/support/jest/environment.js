const { ModuleMocker } = require('jest-mock');

/** Where jest-circus keeps who hears of each test. */
const HANDLERS = Symbol.for('EVENT_HANDLERS');

/**
 * Runs tests among the worker's own globals, as in production. A context per file, Jest's default, shares no modules,
 * and loading the product again took longer than most tests.
 */
class SharedEnvironment {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  fakeTimers = null;
  fakeTimersModern = null;
  #console = globalThis.console;
  #exit = process.exit;

  getVmContext() {
    return undefined;
  }

  async setup() {}

  /** Restores the globals that Jest replaces for each file, and forgets its handlers, which would get the next file's events too. */
  async teardown() {
    delete globalThis[HANDLERS];
    globalThis.console = this.#console;
    process.exit = this.#exit;
  }
}

module.exports = SharedEnvironment;
