import { relative } from 'node:path';
import fc from 'fast-check';
import { IS_WHOLE } from './scope';

/** What TEST_SEED names; undefined where each run draws its own. */
export const chosenSeed = process.env.TEST_SEED === undefined ? undefined : Number(process.env.TEST_SEED);

/** Loaded before the tests: a property that fails says with which command it fails again. */
fc.configureGlobal({
  ...(chosenSeed !== undefined && { seed: chosenSeed }),
  reporter: (run) => {
    if (run.failed) throw replayable(new Error(fc.defaultReportMessage(run), { cause: run.errorInstance }), run.seed);
  },
});

/** The error, with the command that plays the same again: what was drawn, though not what ran at the same time. */
export function replayable(error: Error, seed: number): Error {
  const { testPath = '', currentTestName = '' } = expect.getState();
  const suite = IS_WHOLE ? 'npm run test:all' : 'npm test';
  const file = relative(process.cwd(), testPath);
  error.message += `\n\nAgain: TEST_SEED=${seed} ${suite} -- ${file} -t '${currentTestName}'`;
  return error;
}
