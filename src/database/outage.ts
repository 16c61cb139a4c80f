import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { UNAVAILABLE_MESSAGE } from './database';

/** For `/readyz`: what is wrong with the database, in two words. */
export function outageInShort(error: unknown): string {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  if (/^(SQLITE_FULL|53100)/.test(code)) return 'disk full';
  if (code === 'SQLITE_READONLY_DBMOVED') return 'file replaced';
  return /^(SQLITE_READONLY|25006)/.test(code) || /read-only transaction/.test(message) ? 'read-only' : 'unreachable';
}

/** For operators: why the database is unavailable, and what to do. Leaves out the statement that met it. */
export function outageInWords(error: Error, databaseUrl = ''): string {
  const reason = reasonOf(error);
  if (/SQLITE_FULL|No space left/i.test(reason)) {
    return `DATABASE_URL cannot be written, because its disk is full (${reason}): make room.`;
  }
  return /READONLY|read-only/i.test(reason) || (/CANTOPEN/.test(reason) && isForReadingOnly(databaseUrl))
    ? `DATABASE_URL cannot be written, only read (${reason}): let this program’s user write the file and its folder, or name the server that takes changes.`
    : `DATABASE_URL cannot be reached: ${reason}`;
}

/** Knex puts the statement before the message. */
function reasonOf({ message }: Error): string {
  const [, known] = UNAVAILABLE_MESSAGE.exec(message) ?? [];
  return known ?? message.split(' - ').at(-1) ?? message;
}

/** SQLite cannot open a file, even to read, in a folder where it cannot create its log. */
function isForReadingOnly(databaseUrl: string): boolean {
  const [, file] = /^sqlite:(.+)$/.exec(databaseUrl) ?? [];
  if (!file || !existsSync(dirname(file))) return false;
  try {
    accessSync(dirname(file), constants.W_OK);
    return false;
  } catch {
    return true;
  }
}
