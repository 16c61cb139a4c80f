import { Command } from 'commander';
import { ConfigError, readConfig } from '../config';
import { clock } from '../parts';
import { lineOf } from './check/check-installation';
import { accept } from './check/enrolment-trial/run-trial';
import { CommandError } from './command-error';

const program = new Command('moodle-check')
  .description('Try what seats do in Moodle on a course, with the service account itself, and leave it as it was.')
  .argument('<course>', 'short name of a course that the service account is not in')
  .option('--role <short name>', 'role to be enrolled with, of those in MOODLE_ROLES; student, or else the first')
  .showHelpAfterError()
  .action(async (shortname: string, { role }: { role?: string }) => {
    const { moodle, roles } = readConfig();
    if (!moodle) throw new CommandError('MOODLE_URL and MOODLE_TOKEN say which Moodle to try: set both.');
    const say = (line: Parameters<typeof lineOf>[0]) => console.log(lineOf(line));
    const now = clock().toUnixInteger();
    const isFine = await accept(moodle, { shortname, roles, role, now, say, signal: interruption() });
    if (!isFine) throw new CommandError('Moodle did not pass.');
  });

/** Whoever presses Ctrl-C still wants Moodle to be left as it was. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => controller.abort());
  return controller.signal;
}

program.parseAsync().catch((error) => {
  console.error([CommandError, ConfigError].some((kind) => error instanceof kind) ? error.message : error);
  process.exitCode = 1;
});
