import { existsSync, statSync } from 'node:fs';
import { ConfigError } from '../config';
import { type Database, isUnavailable } from '../database/database';

/** Whether a SQLite database has a log with something in it, as after a crash, or while another process has it open. */
export function hasLog(databaseUrl: string): boolean {
  const [, file] = /^sqlite:(.+)$/.exec(databaseUrl) ?? [];
  return file !== undefined && existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0;
}

/**
 * SQLite applies a log to whatever file it lies beside. Throws a ConfigError when that made a database that is not whole,
 * as after a backup was copied over the file of a bot that had crashed. Reads the whole file.
 */
export async function ensureLogFits(db: Database, databaseUrl: string): Promise<void> {
  const found: { quick_check: string }[] = await db.raw('pragma quick_check(1)').catch((error: { code?: string }) => {
    if (!isUnavailable(error) || error.code !== 'SQLITE_CORRUPT') throw error;
    return [{ quick_check: error.code }];
  });
  if (found[0]?.quick_check === 'ok') return;
  const file = databaseUrl.replace(/^sqlite:/, '');
  throw new ConfigError(
    `The database ${file} is damaged, or ${file}-wal belongs to another one, as when a backup was copied over a file in use: delete ${file}-wal and ${file}-shm, copy the backup once more, and start again.`,
  );
}
