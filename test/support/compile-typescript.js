// For bundled programs: the migrations stay separate files, because Knex loads them by name.
require.extensions['.ts'] = (module, file) => {
  const { code } = require('@swc/core').transformFileSync(file);
  module._compile(code, file);
};
