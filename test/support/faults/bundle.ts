import { join } from 'node:path';
import { build } from 'esbuild';

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
];

/** Puts the sender's program into one file, since it is started hundreds of times. Returns where it is. */
export async function bundleSender(folder: string, entryPoint = join(__dirname, 'sender-program.ts')): Promise<string> {
  const outfile = join(folder, 'sender-program.js');
  await build({
    entryPoints: [entryPoint],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    external: EXTERNAL,
    logLevel: 'error',
  });
  return outfile;
}
