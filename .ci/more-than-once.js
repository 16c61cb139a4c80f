// Prints the test files of which `npm run test:all` runs more cases than `npm test`: on a second database, or of what is
// drawn at random. Follows the imports between test files; of the databases, only the list of a screen's differs.
const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { dirname, join, resolve } = require('node:path');

const DIFFERS = /\bscope\(|\bIS_WHOLE\b|\bscreenDatabases\b/;
const ALIKE = ['databases.ts', 'scope.ts', 'random.ts'].map((name) => resolve('test/support', name));

const differing = new Map();

function differs(file) {
  if (ALIKE.includes(file) || !existsSync(file)) return false;
  if (!differing.has(file)) {
    differing.set(file, false);
    const text = readFileSync(file, 'utf8');
    const imports = [...text.matchAll(/from '(\.[^']+)'/g)].map(([, path]) => `${resolve(dirname(file), path)}.ts`);
    const isHere = DIFFERS.test(text.replaceAll(/import[^;]+;/g, ''));
    differing.set(file, isHere || imports.some((one) => one.startsWith(resolve('test')) && differs(one)));
  }
  return differing.get(file);
}

for (const name of readdirSync('test', { recursive: true })) {
  const file = join('test', name);
  if (file.endsWith('.test.ts') && differs(resolve(file))) console.log(file);
}
