import { readConfig } from '../../../config';
import { clock } from '../../../create-app';
import { CommandError } from '../../command-error';
import { printCheck } from '../check';
import { runTrial } from './run-trial';

/** Tries enrolling in a course of the configured Moodle, with the service account itself; needs no database. */
export async function tryEnrolment(shortname: string, role: string | undefined): Promise<void> {
  const { moodle, roles } = readConfig();
  if (!moodle) throw new CommandError('MOODLE_URL and MOODLE_TOKEN say which Moodle to try: set both.');
  const now = clock().toUnixInteger();
  const passes = await runTrial(moodle, { shortname, roles, role, now, report: printCheck, signal: interruption() });
  if (!passes) throw new CommandError('Moodle did not pass.');
}

/** A signal ends the trial after the step under way, so that the clean-up still runs. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => controller.abort());
  return controller.signal;
}
