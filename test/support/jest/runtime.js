const hooks = require('node:async_hooks');
const { createRequire, Module } = require('node:module');
const { join } = require('node:path');
const { default: Runtime } = require('jest-runtime');

const RUNNER = join('jest-circus', 'build');

/** Source maps of compiled files, shared by the whole worker, because later test files reuse loaded modules. */
const sourceMaps = new Map();
const COMPILING = { isInternalModule: false, supportsDynamicImport: true, supportsExportNamespaceFrom: false };
const PLAIN = { ...COMPILING, supportsStaticESM: false, supportsTopLevelAwait: false, instrument: false };

/** The store of the running test. Enough as long as the tests of a file run one after another. */
class PlainStorage {
  #store;

  getStore() {
    return this.#store;
  }

  async run(store, work) {
    const outer = this.#store;
    this.#store = store;
    try {
      return await work();
    } finally {
      this.#store = outer;
    }
  }
}

/**
 * Loads modules as Node does, and TypeScript as Jest compiles and caches it, so that all test files of a worker share
 * the product's modules. Jest's runner is loaded again for each file, because it holds the file's tests.
 */
class SharedRuntime extends Runtime {
  #runner = [];

  constructor(...settings) {
    super(...settings);
    const transformer = settings[3];
    const load = (module, file) => {
      const { code, sourceMapPath } = transformer.transform(file, PLAIN);
      if (sourceMapPath) sourceMaps.set(file, sourceMapPath);
      module._compile(code, file);
    };
    for (const extension of ['.ts', '.tsx']) Module._extensions[extension] = load;
  }

  requireModule(from, name = from) {
    return createRequire(from)(name);
  }

  requireInternalModule(from, name = from) {
    const before = new Set(Object.keys(require.cache));
    const loaded = this.#withPlainStorage(() => createRequire(from)(name));
    const isRunner = (file) => file.includes(RUNNER);
    this.#runner.push(...Object.keys(require.cache).filter((file) => isRunner(file) && !before.has(file)));
    return loaded;
  }

  /** Node's asynchronous storage, which Jest creates for each file, would follow every promise of the product. */
  #withPlainStorage(load) {
    const loadModule = Module._load;
    const plain = { ...hooks, AsyncLocalStorage: PlainStorage };
    Module._load = (name, ...rest) => (name === 'node:async_hooks' ? plain : loadModule(name, ...rest));
    try {
      return load();
    } finally {
      Module._load = loadModule;
    }
  }

  getSourceMaps() {
    return sourceMaps;
  }

  teardown() {
    for (const file of this.#runner) delete require.cache[file];
    super.teardown();
  }
}

module.exports = SharedRuntime;
