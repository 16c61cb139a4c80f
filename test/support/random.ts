import { relative } from 'node:path';
import fc from 'fast-check';
import { IS_WHOLE } from './scope';

/** The value of TEST_SEED; undefined when each run draws its own. */
export const chosenSeed = process.env.TEST_SEED === undefined ? undefined : Number(process.env.TEST_SEED);

/** Loaded before the tests: makes a failing property print the command that repeats it. */
fc.configureGlobal({
  ...(chosenSeed !== undefined && { seed: chosenSeed }),
  reporter: (run) => {
    if (run.failed) throw replayable(new Error(fc.defaultReportMessage(run), { cause: run.errorInstance }), run.seed);
  },
});

/** Adds the command that repeats the same draw; timing between processes is not repeated. */
export function replayable(error: Error, seed: number): Error {
  const { testPath = '', currentTestName = '' } = expect.getState();
  const suite = IS_WHOLE ? 'npm run test:all' : 'npm test';
  const file = relative(process.cwd(), testPath);
  error.message += `\n\nAgain: TEST_SEED=${seed} ${suite} -- ${file} -t '${currentTestName}'`;
  return error;
}
