const { existsSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { createRequire, Module } = require('node:module');
const { dirname } = require('node:path');
const vm = require('node:vm');

// Runs a bundled program, `node run-bundled.js <file> …`, from the code cache that its first run leaves beside it:
// compiling takes as long as most programs run.

// The migrations stay separate files, because Knex loads them by name.
require.extensions['.ts'] = (module, file) => {
  const { code } = require('@swc/core').transformFileSync(file);
  module._compile(code, file);
};

// A script from a code cache cannot import by itself.
globalThis.importModule = (name) => import(name);

process.argv.splice(1, 1);
const file = process.argv[1];
const cache = `${file}.cache`;
const cachedData = existsSync(cache) ? readFileSync(cache) : undefined;
const script = new vm.Script(Module.wrap(readFileSync(file, 'utf8')), {
  filename: file,
  cachedData,
});
const program = new Module(file);
script.runInThisContext()(program.exports, createRequire(file), program, file, dirname(file));

if (!cachedData) {
  const draft = `${cache}.${process.pid}`;
  writeFileSync(draft, script.createCachedData());
  renameSync(draft, cache);
}
