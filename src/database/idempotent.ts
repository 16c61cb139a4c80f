import { UserError } from '../core/errors';
import type { Identity } from '../core/identity';
import { type Now, toInstant } from '../core/time';
import type { Database } from './database';
import { claimSubmission, findSubmission, saveResult } from './submissions';

/** A piece of work that leaves a short result, by which its outcome can be loaded again. */
interface Act<T> {
  run: (tx: Database) => Promise<string>;
  load: (tx: Database, result: string) => Promise<T>;
}

/**
 * Runs the act in one transaction, and only once for a submission key, however often and however closely together it is
 * delivered. Repeats get the first result; somebody else repeating it is refused. After a refusal the key is free again,
 * so that corrected values go through. Without a key it simply runs.
 */
export async function once<T>(
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
