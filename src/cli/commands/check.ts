import type { Command } from 'commander';
import type { Config } from '../../config';
import { clock } from '../../create-app';
import type { Database } from '../../database/database';
import { printCheck } from '../check/check';
import { checkCatalogue } from '../check/check-catalogue';
import { checkInstallation } from '../check/check-installation';
import { checkSearch } from '../check/check-search';
import { checkTwins } from '../check/check-twins';
import { tryEnrolment } from '../check/enrolment-trial/try-enrolment';
import { checkMoodle } from '../check/moodle-rights/check-moodle';
import { CommandError } from '../command-error';
import { refuseToMigrateOthers } from '../database-of-others';
import { withDatabase } from '../with-database';

interface CheckOptions {
  enrol?: string;
  role?: string;
}

export function addCheckCommand(program: Command): void {
  program
    .command('check')
    .description(
      'look at database, Slack, scopes, Moodle and products; each line says ok, warn or FAIL, and what to do',
    )
    .option('--enrol <course>', 'instead, try enrolling in this course of Moodle for real, and leave it as it was')
    .option('--role <short name>', 'with --enrol: the role to be enrolled with; student, or else the first')
    .action(({ enrol, role }: CheckOptions) => {
      if (enrol !== undefined) return tryEnrolment(enrol, role);
      if (role !== undefined) throw new CommandError('--role goes with --enrol <course>.');
      return withDatabase(checkEverything, { before: refuseToMigrateOthers });
    });
}

async function checkEverything(db: Database, config: Config): Promise<void> {
  const checks = [
    ...(await checkInstallation(config, db)),
    ...(await checkMoodle(config, db)),
    ...(await checkCatalogue(config, db, clock())),
    ...(await checkTwins(db)),
    ...(await checkSearch(db)),
  ];
  for (const check of checks) printCheck(check);
  if (checks.some(({ ok }) => !ok)) throw new CommandError('Not everything is in order.');
}
