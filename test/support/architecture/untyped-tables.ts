import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { declaredTables } from '../declared-tables';

const ROOT = join(__dirname, '../../..');
/** The only folder that may import Knex; all other code gets its types from there. */
const KNEX = 'src/database/';

/** Code that names a table without its declared type. */
const UNTYPED = [
  // A row type written by hand instead of the declared one.
  /\b(?:db|tx|trx|knex)<[^>()]+>\(/,
  // A cast that bypasses our own types.
  /\bas (?:unknown as )?(?:Knex|Database)\b/,
  /\bKnex\.QueryBuilder\b/,
];
const KNEX_IMPORT = /from 'knex'|import\('knex'\)|require\('knex/;
const TABLE_CALL = /\b(?:db|tx|trx|knex)\('(\w+)(?: as \w+)?'/g;

/** The places in `src` and `commands`, as `file:line`, that name a table without its declared type. */
export function untypedTables(): string[] {
  const declared = Object.keys(declaredTables());
  return sources().flatMap((file) => {
    const lines = readFileSync(join(ROOT, file), 'utf8').split('\n');
    return lines.flatMap((line, index) => (isUntyped(file, line, declared) ? [`${file}:${index + 1}`] : []));
  });
}

function isUntyped(file: string, line: string, declared: readonly string[]): boolean {
  const isAtHome = file.startsWith(KNEX);
  const isKnex = UNTYPED.some((pattern) => pattern.test(line)) || KNEX_IMPORT.test(line);
  const isUnknown = [...line.matchAll(TABLE_CALL)].some(([, table = '']) => !declared.includes(table));
  return isUnknown || (isKnex && !isAtHome);
}

function sources(): string[] {
  return ['src', 'commands'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
  );
}
