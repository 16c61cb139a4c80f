import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import type * as Builder from './build-page';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};

let folder: Promise<string> | undefined;

/** Serves the page, which is built on the first request. Paths that name no file return the page itself. */
export async function servePage(path: string, response: ServerResponse): Promise<void> {
  const root = await preparePage();
  const file = await existing(root, path);
  if (!file) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
    return;
  }
  response.writeHead(200, {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'cache-control': 'no-cache',
  });
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
}

/** Starts or joins a build of the page. A failed build is retried. */
export function preparePage(): Promise<string> {
  folder ??= build().catch((error: unknown) => {
    folder = undefined;
    throw error;
  });
  return folder;
}

async function build(): Promise<string> {
  const { buildPage } = require('./build-page') as typeof Builder;
  return buildPage();
}

async function existing(root: string, path: string): Promise<string | undefined> {
  const asked = normalize(join(root, decoded(path)));
  if (asked !== root && !asked.startsWith(root + sep)) return undefined;
  if (await isFile(asked)) return asked;
  return extname(path) === '' ? join(root, 'index.html') : undefined;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
