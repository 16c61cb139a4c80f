import type { Command } from 'commander';
import type { Config } from '../../config';
import type { Now } from '../../core/time';
import { clock } from '../../create-app';
import type { Database } from '../../database/database';
import { type AdoptOptions, adoptDatabase, wouldNotAdopt } from '../../start/adopt-database';
import { moodleOf } from '../../start/claim-database';
import { type Counterparts, nameOf } from '../../start/owner-objection';
import { askForWorkspace } from '../ask-for-workspace';
import { CommandError } from '../command-error';
import { withDatabase } from '../with-database';

interface Flags {
  sameMoodle?: boolean;
  withoutMoodle?: boolean;
}

export function addAdoptCommand(program: Command): void {
  program
    .command('adopt')
    .description(
      'give the database to the Slack workspace and the Moodle of the settings, when they are others than before',
    )
    .option('--same-moodle', 'the Moodle is the same one at another address: keep its ids of courses and people')
    .option(
      '--without-moodle',
      'with no Moodle in the settings: leave the people enrolled in the one of before as they are',
    )
    .action((flags: Flags) => {
      const options = { isSameMoodle: flags.sameMoodle ?? false, isWithoutMoodle: flags.withoutMoodle ?? false };
      return withDatabase<Counterparts>((db, _config, counterparts) => adopt(options, db, counterparts, clock()), {
        before: (db, config) => prepare(options, db, config),
      });
    });
}

/** Refuses while the database is still as it was. */
async function prepare(options: AdoptOptions, db: Database, config: Config): Promise<Counterparts> {
  if (!config.slack)
    throw new CommandError('SLACK_BOT_TOKEN is missing: the database is given to the workspace of the token.');
  if (options.isSameMoodle && !config.moodle)
    throw new CommandError('--same-moodle goes with MOODLE_URL and MOODLE_TOKEN: set both.');
  if (options.isWithoutMoodle && config.moodle)
    throw new CommandError('--without-moodle goes without a Moodle: unset MOODLE_URL and MOODLE_TOKEN.');
  const counterparts = { slack: await askForWorkspace(config.slack), moodle: moodleOf(config) };
  if (await wouldNotAdopt(db, counterparts, options)) throw refusal(counterparts);
  return counterparts;
}

async function adopt(options: AdoptOptions, db: Database, counterparts: Counterparts, now: Now): Promise<void> {
  const { slack, moodle } = counterparts;
  if ((await adoptDatabase(db, counterparts, now, options)) === 'enrolled') throw refusal(counterparts);
  console.log(`The database belongs to ${nameOf(slack)} now.`);
  if (moodle) console.log(`Its Moodle is ${nameOf(moodle)}.`);
  else
    console.log(
      'It has no Moodle: nobody is enrolled any more, and a Moodle that is set later does not make up for it.',
    );
}

function refusal({ moodle }: Counterparts): CommandError {
  return new CommandError(moodle ? OTHER_MOODLE : NO_MOODLE);
}

const OTHER_MOODLE =
  'Nothing was changed: people are enrolled in the Moodle of before, by ids that mean others in another Moodle. If it is the same Moodle at another address, run this again with --same-moodle; if not, begin with a new database.';

const NO_MOODLE =
  'Nothing was changed: the settings name no Moodle, and people are enrolled in the one of before, or wait for it. Set MOODLE_URL and MOODLE_TOKEN. To leave these people as they are and enrol nobody any more, run this again with --without-moodle.';
