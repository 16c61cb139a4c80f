import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { onceInRun } from './run-folder';

const ROOT = join(__dirname, '../..');

/** Modules that cannot be bundled, or are never loaded. */
const EXTERNAL = [
  'sqlite3',
  'better-sqlite3',
  'pg-native',
  'pg-query-stream',
  'mysql*',
  'mariadb*',
  'oracledb',
  'tedious',
  'emulate',
  'vite',
];

/**
 * Files locate others by `__dirname`, which must stay that of the source file. External modules are imported by
 * `run-bundled.js`.
 */
const inPlace: Plugin = {
  name: 'in-place',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/(src|commands|test)\/.*\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const places = { __dirname: dirname(path), __filename: path };
      const contents = text
        .replace(/\b__(dirname|filename)\b/g, (word) => JSON.stringify(places[word as keyof typeof places]))
        .replace(/\bimport\((?='[^.])/g, 'importModule(');
      return { contents, loader: 'ts' };
    }),
};

/** The arguments for `node` that run the program. */
export async function runBundled(source: string): Promise<string[]> {
  return [join(__dirname, 'run-bundled.js'), await bundled(source)];
}

/** Bundles a program into one file, once per run, because tests start it many times. Returns the file's path. */
function bundled(source: string): Promise<string> {
  const name = `${basename(dirname(source))}-${basename(source, '.ts')}.js`;
  return onceInRun(name, existsSync, async (outfile) => {
    await build({
      entryPoints: [join(ROOT, source)],
      outfile,
      bundle: true,
      platform: 'node',
      target: 'node20',
      external: EXTERNAL,
      plugins: [inPlace],
      keepNames: true,
      // Programs read and hash the whole file at each start. A failure prints the line that it happened in.
      minifyWhitespace: true,
      legalComments: 'none',
      lineLimit: 200,
      logLevel: 'error',
    });
  });
}
