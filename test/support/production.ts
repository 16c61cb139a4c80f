import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = join(__dirname, '../..');
const FILES = ['package.json', 'package-lock.json', 'manifest.json', 'src', 'commands', 'migrations'];
const PLAYGROUND = join(ROOT, 'src/playground');
const TOP_LEVEL = /^node_modules\/(@[^/]+\/)?[^/]+$/;

export interface ProductionFolder {
  path: string;
  remove: () => void;
}

/** The project as `npm ci --omit=dev` leaves it, without the playground; with `npm run build` too, if `isBuilt`. */
export function productionFolder({ isBuilt }: { isBuilt: boolean }): ProductionFolder {
  const path = mkdtempSync(join(tmpdir(), 'seats-production-'));
  const isWanted = (file: string) => file !== PLAYGROUND;
  for (const file of FILES) cpSync(join(ROOT, file), join(path, file), { recursive: true, filter: isWanted });
  for (const name of productionPackages()) link(name, path);
  if (isBuilt) build(join(path, 'dist'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

function build(dist: string): void {
  const compiler = [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json', '--noCheck'];
  execFileSync(process.execPath, [...compiler, '--outDir', dist], { cwd: ROOT });
  rmSync(join(dist, 'src/playground'), { recursive: true });
}

/** The packages that the lock file does not mark as development-only, as far as they are installed on this platform. */
function productionPackages(): string[] {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  const kept = Object.entries<{ dev?: boolean }>(packages).filter(([name, { dev }]) => TOP_LEVEL.test(name) && !dev);
  return kept.map(([name]) => name).filter((name) => existsSync(join(ROOT, name)));
}

function link(name: string, folder: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  symlinkSync(join(ROOT, name), join(folder, name), 'junction');
}
