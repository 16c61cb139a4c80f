// For programs that are one file but for the migrations, which Knex loads by their names.
require.extensions['.ts'] = (module, file) => {
  const { code } = require('@swc/core').transformFileSync(file);
  module._compile(code, file);
};
