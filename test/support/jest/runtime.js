const hooks = require('node:async_hooks');
const { createRequire, Module } = require('node:module');
const { default: Runtime } = require('jest-runtime');

/** Source maps of compiled files, shared by the whole worker, because later test files reuse loaded modules. */
const sourceMaps = new Map();
const COMPILING = { isInternalModule: false, supportsDynamicImport: true, supportsExportNamespaceFrom: false };
const PLAIN = { ...COMPILING, supportsStaticESM: false, supportsTopLevelAwait: false, instrument: false };

/**
 * Loads modules as Node does, and TypeScript as Jest compiles and caches it, so that all test files of a worker share
 * the product's modules. Jest's own modules are loaded again for each file, because they hold its tests.
 */
class SharedRuntime extends Runtime {
  #ofJest = [];
  #storages = [];

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
    const loaded = this.#keepingStorages(() => createRequire(from)(name));
    this.#ofJest.push(...Object.keys(require.cache).filter((file) => !before.has(file)));
    return loaded;
  }

  /** Notes the asynchronous storages that Jest creates. Each is asked about every promise until it is disabled. */
  #keepingStorages(load) {
    const { AsyncLocalStorage } = hooks;
    const storages = this.#storages;
    hooks.AsyncLocalStorage = class extends AsyncLocalStorage {
      constructor(...settings) {
        super(...settings);
        storages.push(this);
      }
    };
    try {
      return load();
    } finally {
      hooks.AsyncLocalStorage = AsyncLocalStorage;
    }
  }

  getSourceMaps() {
    return sourceMaps;
  }

  teardown() {
    for (const file of this.#ofJest) delete require.cache[file];
    for (const storage of this.#storages) storage.disable();
    super.teardown();
  }
}

module.exports = SharedRuntime;
