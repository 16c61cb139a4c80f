import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const ROOT = join(__dirname, '../../..');
const PRODUCT = ['src', 'commands'];
/** Exempt: it names every table, whether or not a query uses the name. */
const COMPLETE = 'src/database/tables.ts';
const IMPORT = /(?:import|export)\s+(?:type\s+)?(?:\{([^}]*)\}|\*(?:\s+as\s+\w+)?)\s+from\s+'(\.[^']+)'/g;
/** A dynamic import, or a module augmented with further declarations. */
const WHOLE = /(?:(?:import|require)\(|declare module)\s*'(\.[^']+)'/g;
const EXPORT = /^export (?:async |abstract )?(?:const|let|function\*?|class|interface|type) (\w+)/gm;

/** Exports of the product that no other file imports, tests included, as `file: name`. */
export function unusedExports(): string[] {
  const used = importedNames();
  const files = filesIn(PRODUCT).filter((file) => file !== join(ROOT, COMPLETE));
  return files.flatMap((file) => {
    const names = [...readFileSync(file, 'utf8').matchAll(EXPORT)].map((match) => match[1] ?? '');
    const isUnused = (name: string) => !used.has(`${file}: ${name}`) && !used.has(`${file}: *`);
    return names.filter(isUnused).map((name) => `${relative(ROOT, file)}: ${name}`);
  });
}

/** As `file: name`; `*` when a file is imported whole. */
function importedNames(): Set<string> {
  const used = new Set<string>();
  for (const file of filesIn([...PRODUCT, 'test'])) {
    const text = readFileSync(file, 'utf8');
    for (const [, names, from = ''] of text.matchAll(IMPORT)) {
      for (const name of namesIn(names)) used.add(`${resolve(file, from)}: ${name}`);
    }
    for (const [, from = ''] of text.matchAll(WHOLE)) used.add(`${resolve(file, from)}: *`);
  }
  return used;
}

function namesIn(names: string | undefined): string[] {
  if (names === undefined) return ['*'];
  return names.split(',').map((name) => /(?:type\s+)?(\w+)/.exec(name.trim())?.[1] ?? '');
}

function resolve(file: string, from: string): string {
  const target = join(dirname(file), from);
  const endings = ['.ts', '.tsx', '/index.ts'].map((ending) => `${target}${ending}`);
  return endings.find((one) => existsSync(one)) ?? target;
}

function filesIn(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join(ROOT, folder, name)),
  );
}
