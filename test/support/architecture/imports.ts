import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { features } from '../../../commands/index';

const ROOT = join(__dirname, '../../..');
const IMPORT = /(?:\bfrom|\bimport\(|\brequire\()\s*'([^']+)'/g;
const ORDER: readonly string[] = features.map(({ name }) => name);

/** `to` is a file of ours, or the name of a package. */
export interface Import {
  from: string;
  to: string;
}

/** All imports of `src` and `commands`, types included, but for the page of the local workspace. */
export function imports(): Import[] {
  return sources().flatMap((from) =>
    [...readFileSync(join(ROOT, from), 'utf8').matchAll(IMPORT)].map(([, to = '']) => ({
      from,
      to: to.startsWith('.') ? resolve(from, to) : to,
    })),
  );
}

export function sources(): string[] {
  return ['src', 'commands']
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    )
    .filter((file) => file.endsWith('.ts') && !file.startsWith('src/playground/page/'));
}

function resolve(from: string, to: string): string {
  const target = join(dirname(from), to);
  const found = [target, `${target}.ts`, `${target}/index.ts`].find(
    (one) => /\.\w+$/.test(one) && existsSync(join(ROOT, one)),
  );
  return relative(ROOT, join(ROOT, found ?? target));
}

/** The feature that a file belongs to; undefined for a file of no feature. */
export function featureOf(file: string): string | undefined {
  return /^src\/features\/([^/]+)\//.exec(file)?.[1];
}

/** `core`, `outbox` …; `program` for the files that put the parts together. */
function roomOf(file: string): string {
  const [top = '', second = '', third] = file.split('/');
  if (top === 'commands') return 'commands';
  return third === undefined || ['cli', 'local', 'start'].includes(second) ? 'program' : second;
}

const PLATFORM = ['core', 'database', 'slack', 'moodle', 'outbox'];
/** What each room may import of ours. A feature may also import the features before it, the program everything. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  core: ['core'],
  database: ['core', 'database'],
  slack: ['core', 'slack'],
  moodle: ['core', 'moodle'],
  outbox: PLATFORM,
  features: [...PLATFORM, 'features'],
  commands: ['core', 'slack', 'features', 'commands'],
  playground: ['core', 'playground'],
};
/** The types of a declaration, for the commands alone. */
const DECLARATION = 'src/feature.ts';

/** Why the import is not allowed; undefined where it is. */
export function objectionTo({ from, to }: Import): string | undefined {
  return isOurs(to) ? objectionToFile(from, to) : objectionToPackage(from, to);
}

function objectionToFile(from: string, to: string): string | undefined {
  const [room, other] = [roomOf(from), roomOf(to)];
  if (room === 'program' || to.endsWith('.json')) return undefined;
  if (room === 'commands' && to === DECLARATION) return undefined;
  if (!MAY_IMPORT[room]?.includes(other)) return `${room} must not import ${other}`;
  const isSql = to.endsWith('.sql.ts');
  if (room === 'commands' && isSql) return 'commands ask services, never SQL';
  if (from.endsWith('.view.ts') && (isSql || ['database', 'outbox'].includes(other))) return 'a view makes no query';
  const [own, its] = [featureOf(from), featureOf(to)];
  const isLater = own !== undefined && its !== undefined && ORDER.indexOf(its) > ORDER.indexOf(own);
  return isLater ? `${own} comes before ${its} in the list of features` : undefined;
}

function objectionToPackage(from: string, to: string): string | undefined {
  const room = roomOf(from);
  if (room === 'core' && to !== 'luxon') return 'core imports luxon only';
  if (to === 'knex' && room !== 'database' && !from.endsWith('.sql.ts'))
    return 'only *.sql.ts and the database import knex';
  const isPlain = featureOf(from) !== undefined && /\/[^.]+\.ts$/.test(from);
  return isPlain && to.startsWith('@slack/') ? 'a service does not warn Slack' : undefined;
}

function isOurs(to: string): boolean {
  return to.startsWith('src/') || to.startsWith('commands/') || to.endsWith('.json');
}

/** The first import cycle, as the files on it; undefined where there is none. */
export function cycleIn(all: readonly Import[]): readonly string[] | undefined {
  const targets = new Map<string, string[]>();
  for (const { from, to } of all) if (isOurs(to)) targets.set(from, [...(targets.get(from) ?? []), to]);
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const to of targets.get(file) ?? []) {
      const cycle = visit(to, [...path, file]);
      if (cycle) return cycle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of targets.keys()) {
    const cycle = visit(file, []);
    if (cycle) return cycle;
  }
  return undefined;
}
