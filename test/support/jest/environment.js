const { ModuleMocker } = require('jest-mock');

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

  /** Restores these globals, which Jest replaces for each file. */
  async teardown() {
    globalThis.console = this.#console;
    process.exit = this.#exit;
  }
}

module.exports = SharedEnvironment;
