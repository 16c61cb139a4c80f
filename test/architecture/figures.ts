import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { features } from '../../commands/index';
import { cycleIn, featureOf, imports, sources } from '../support/architecture/imports';
import { untypedTables } from '../support/architecture/untyped-tables';

// Prints how the code stands against its own rules; run it with `npm run figures`.

const ROOT = join(__dirname, '../..');
const ONLY_FOR_DEVELOPMENT = ['react', 'react-dom', 'vite', 'emulate', 'slack-blocks-to-jsx', 'ws'];

const all = imports();
const product = all.filter(({ from }) => !from.startsWith('src/playground/'));

function inTheirFolder(): string {
  const between = all.filter(({ from, to }) => featureOf(from) !== undefined && featureOf(to) !== undefined);
  const inside = between.filter(({ from, to }) => featureOf(from) === featureOf(to));
  return `${((100 * inside.length) / between.length).toFixed(1)} % of ${between.length}`;
}

/** The files that name a feature's declaration. */
function registries(): string {
  const declarations = features.map(({ name }) => `commands/${name}.ts`);
  const files = [...new Set(product.filter(({ to }) => declarations.includes(to)).map(({ from }) => from))];
  return `${files.length} (${files.join(', ')})`;
}

function largestFolder(): string {
  const sizes = new Map<string, number>();
  for (const file of sources().filter((one) => one.startsWith('src/') && !one.startsWith('src/playground/'))) {
    sizes.set(dirname(file), (sizes.get(dirname(file)) ?? 0) + 1);
  }
  const [largest] = [...sizes].sort(([, one], [, other]) => other - one);
  return `${largest?.[1]} files (${largest?.[0]})`;
}

function playgroundPackages(): string {
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  return ONLY_FOR_DEVELOPMENT.filter((name) => name in dependencies).join(', ') || 'none';
}

const figures = {
  'imports between features that stay in their folder (at least 70 %)': inTheirFolder(),
  'import cycles (0)': cycleIn(product)?.join(' → ') ?? '0',
  'untyped table calls (0)': String(untypedTables().length),
  'files that a new feature is added to (1)': registries(),
  'largest folder of src outside the playground (at most 35 files)': largestFolder(),
  'packages of the playground among the production dependencies (none)': playgroundPackages(),
};
for (const [name, figure] of Object.entries(figures)) console.log(`${name}: ${figure}`);
