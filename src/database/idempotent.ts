import { UserError } from '../core/errors';
import type { Identity } from '../core/identity';
import { type Now, toInstant } from '../core/time';
import type { Database } from './database';
import { claimSubmission, findSubmission, saveResult } from './submissions';

/** Work with a short result from which its outcome can be loaded again. */
interface Act<T> {
  run: (tx: Database) => Promise<string>;
  load: (tx: Database, result: string) => Promise<T>;
}

/**
 * Runs the work in one transaction, at most once per submission key, even when repeats arrive concurrently. A repeat
 * gets the first result; a repeat by another person throws UserError. A refusal frees the key, so that corrected values
 * go through. Without a key, always runs.
 */
export async function idempotent<T>(
  db: Database,
  key: string | undefined,
  by: Identity,
  now: Now,
  { run, load }: Act<T>,
): Promise<T> {
  return db.transaction(async (tx) => {
    if (key === undefined) return load(tx, await run(tx));
    if (!(await claimSubmission(tx, key, by, toInstant(now)))) return load(tx, await firstResult(tx, key, by));
    const result = await run(tx);
    await saveResult(tx, key, result);
    return load(tx, result);
  });
}

async function firstResult(tx: Database, key: string, by: Identity): Promise<string> {
  const first = await findSubmission(tx, key);
  if (first?.by.teamId !== by.teamId || first.by.userId !== by.userId) {
    throw new UserError({ code: 'submission.not_yours' });
  }
  return first.result;
}
