import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sources } from './imports';

const ROOT = join(__dirname, '../../..');
const QUERY = /\b(?:db|tx|trx)(?:\('|\.raw\()/;
const MAY_QUERY = /\.sql\.ts$|^src\/(?:database|outbox)\//;

/** The files that name a table or write SQL where no SQL belongs. */
export function strayQueries(): string[] {
  return sources().filter((file) => !MAY_QUERY.test(file) && QUERY.test(readFileSync(join(ROOT, file), 'utf8')));
}
