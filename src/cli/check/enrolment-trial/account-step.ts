import { DELETE_ACCOUNTS } from '../../../moodle/deletions';
import { NOBODY } from '../../../moodle/probe';
import { usernameFor } from '../../../moodle/username';
import { attempt, refusalOf } from '../moodle-refusal';
import { hasFunction, notInService } from '../service-functions';
import { ensure, type Outcome, type Trial } from './trial';

/** Creates an account only where it can delete it again. No mail is sent to addresses under `.invalid`. */
export async function tryAccount(trial: Trial): Promise<Outcome> {
  const why = await whyNotDeleted(trial);
  if (why) return { know: `No account was created, since it could not be deleted again: ${why}` };
  const { moodle, deletions, email } = trial;
  const account = { username: usernameFor(email), firstName: 'Seats', lastName: 'Check', email };
  const { answer, refusal } = await attempt(moodle.createAccounts([account]));
  if (refusal) return { know: `Moodle creates no account for ${email} (${refusal}); does it allow only some domains?` };
  const [id] = answer;
  const [found] = await moodle.accountsByEmail([email]);
  ensure(id !== undefined && found?.id === id, `The account ${email} is not found after it was created`);
  await deletions.deleteAccount(id);
  ensure((await moodle.accountsByEmail([email])).length === 0, `The account ${email} is found after it was deleted`);
  return { ok: 'An account is created, found by its address, and deleted' };
}

/** Tries to delete an account that does not exist: Moodle checks the right before it looks for the account. */
async function whyNotDeleted(trial: Trial): Promise<string | undefined> {
  if (!hasFunction(trial, DELETE_ACCOUNTS)) return notInService(DELETE_ACCOUNTS);
  const refusal = await refusalOf(trial.deletions.deleteAccount(NOBODY));
  if (refusal === 'moodle.unknown_user') return undefined;
  if (refusal === 'moodle.permission') return 'moodle/user:delete is missing';
  return `trying it on nobody was answered ${refusal ?? 'as if it had been done'}`;
}
