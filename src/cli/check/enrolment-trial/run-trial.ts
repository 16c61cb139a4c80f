import { MoodleFailure } from '../../../moodle/moodle-failure';
import type { MoodleConnection } from '../../../moodle/transport';
import { type Check, fine, warning, wrong } from '../check';
import { checkRights } from '../moodle-rights/check-moodle';
import { callFailed } from '../moodle-rights/rights-lines';
import { cleanUp } from './clean-up';
import { prepareTrial, roleOf, type TrialInput } from './prepare-trial';
import { type Outcome, type Trial, UnmetExpectation } from './trial';
import { STEPS } from './trial-steps';

export interface TrialRun extends TrialInput {
  report: (line: Check) => void;
  /** Ends the run after the step under way. */
  signal: AbortSignal;
}

/** Uses every function of the client on a real course and cleans up; true when all of it passes. */
export async function runTrial(connection: MoodleConnection, run: TrialRun): Promise<boolean> {
  const trial = await reportingFailure(run, () => prepare(connection, run));
  if (!trial) return false;
  const { name, release, username } = trial.site;
  run.report(fine(`Moodle: ${name}, ${release}, as ${username}`));
  let hasPassed: true | undefined;
  try {
    hasPassed = await reportingFailure(run, () => takeSteps(trial, run));
  } finally {
    const left = await cleanUp(trial);
    for (const sentence of left) run.report(wrong(sentence));
    if (left.length === 0) run.report(fine('Nothing is left behind'));
    else hasPassed = undefined;
  }
  return hasPassed ?? false;
}

/** Undefined when a right is missing. Known before anything is changed, so that the clean-up can remove all of it. */
async function prepare(connection: MoodleConnection, run: TrialRun): Promise<Trial | undefined> {
  const { name, id } = roleOf(run);
  const lines = await checkRights(connection, { roles: new Map([[name, id]]), rolesInUse: [name] });
  const missing = lines.filter(({ ok }) => !ok);
  for (const line of missing) run.report(line);
  return missing.length > 0 ? undefined : prepareTrial(connection, run);
}

async function takeSteps(trial: Trial, { report, signal }: TrialRun): Promise<true> {
  for (const step of STEPS) {
    if (signal.aborted) throw new UnmetExpectation('Interrupted before everything was tried');
    report(toCheck(await step(trial)));
  }
  return true;
}

function toCheck(outcome: Outcome): Check {
  return 'ok' in outcome ? fine(outcome.ok) : warning(outcome.know);
}

/** Undefined when Moodle refuses or gives a wrong answer; a report line says so. */
async function reportingFailure<Result>(
  { report }: TrialRun,
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof MoodleFailure) report(callFailed(error));
    else if (error instanceof UnmetExpectation) report(wrong(error.message));
    else throw error;
    return undefined;
  }
}
