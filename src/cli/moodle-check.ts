import { Command } from 'commander';
import { tryEnrolment } from './check/enrolment-trial/try-enrolment';
import { runProgram } from './run-program';

/** Alias of `npm run seats -- check --enrol <course>`. */
const program = new Command('moodle-check')
  .description('Try what seats do in Moodle on a course, with the service account itself, and leave it as it was.')
  .argument('<course>', 'short name of a course that the service account is not in')
  .option('--role <short name>', 'role to be enrolled with, of those in MOODLE_ROLES; student, or else the first')
  .showHelpAfterError()
  .action((shortname: string, { role }: { role?: string }) => tryEnrolment(shortname, role));

runProgram(program);
