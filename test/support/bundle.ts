import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { onceInRun } from './run-folder';

const ROOT = join(__dirname, '../..');

/** What cannot be put into one file, or is never asked for. */
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

/** Our files look for others beside them, which stay where they are. */
const inPlace: Plugin = {
  name: 'in-place',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/(src|commands|test)\/.*\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const places = { __dirname: dirname(path), __filename: path };
      const contents = text.replace(/\b__(dirname|filename)\b/g, (word) =>
        JSON.stringify(places[word as keyof typeof places]),
      );
      return { contents, loader: 'ts' };
    }),
};

/** Puts a program of the project into one file, once per run, since it is started many times. Returns where it is. */
export function bundled(source: string): Promise<string> {
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
      logLevel: 'error',
    });
  });
}

/** The words after `node` that run it; migrations are compiled when they are loaded. */
export async function runBundled(source: string): Promise<string[]> {
  return ['--require', join(__dirname, 'compile-typescript.js'), await bundled(source)];
}
