import { MoodleFailure } from '../../../moodle/moodle-failure';
import type { MoodleConnection } from '../../../moodle/transport';
import type { Check } from '../check-installation';
import { fine, known, stopped, wrong } from '../moodle-rights/rights-lines';
import { cleanUp } from './clean-up';
import { prepare, type Wish } from './prepare-trial';
import { type Outcome, type Trial, Unmet } from './trial';
import { STEPS } from './trial-steps';

export interface Acceptance extends Wish {
  say: (line: Check) => void;
  /** Ends it after the step that is under way. */
  signal: AbortSignal;
}

/** Uses every function of the client on a course for real, and leaves it as it was; true when all went well. */
export async function accept(connection: MoodleConnection, wish: Acceptance): Promise<boolean> {
  const trial = await saying(wish, () => prepare(connection, wish));
  if (!trial) return false;
  const { name, release, username } = trial.site;
  wish.say(fine(`Moodle: ${name}, ${release}, as ${username}`));
  let hasPassed: true | undefined;
  try {
    hasPassed = await saying(wish, () => takeSteps(trial, wish));
  } finally {
    const left = await cleanUp(trial);
    for (const sentence of left) wish.say(wrong(sentence));
    if (left.length === 0) wish.say(fine('Nothing is left behind'));
    else hasPassed = undefined;
  }
  return hasPassed ?? false;
}

async function takeSteps(trial: Trial, { say, signal }: Acceptance): Promise<true> {
  for (const step of STEPS) {
    if (signal.aborted) throw new Unmet('Interrupted before everything was tried');
    say(toLine(await step(trial)));
  }
  return true;
}

function toLine(outcome: Outcome): Check {
  return 'ok' in outcome ? fine(outcome.ok) : known(outcome.know);
}

/** Undefined when Moodle refused or did otherwise than it should, once that is said. */
async function saying<Result>({ say }: Acceptance, work: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof MoodleFailure) say(stopped(error));
    else if (error instanceof Unmet) say(wrong(error.message));
    else throw error;
    return undefined;
  }
}
