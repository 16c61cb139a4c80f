const { ModuleMocker } = require('jest-mock');

/**
 * Runs tests among the globals of the worker itself, where the product runs in production, instead of in a context of
 * their own for each file: contexts share no module, and loading the product anew took longer than most tests.
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

  /** Jest puts its own in their place for each file. */
  async teardown() {
    globalThis.console = this.#console;
    process.exit = this.#exit;
  }
}

module.exports = SharedEnvironment;
