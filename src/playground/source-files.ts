import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The project's folder, also when running from `dist`. */
export const ROOT = projectFolder(__dirname);

/** Files that are not code stay in the sources, and a build reads them there. */
export const DEMONSTRATION_FILE = join(ROOT, 'src/playground/demonstration.yaml');
export const PAGE_FOLDER = join(ROOT, 'src/playground/page');
export const MANIFEST_FILE = join(ROOT, 'manifest.json');

function projectFolder(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error(`No package.json is above ${__dirname}.`);
  return projectFolder(parent);
}
