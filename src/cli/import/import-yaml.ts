import type { Config } from '../../config';
import { type Refusal, UserError } from '../../core/errors';
import { SYSTEM } from '../../core/person';
import { clock } from '../../create-app';
import type { Database } from '../../database/database';
import type { CatalogueChange } from '../../features/imports/catalogue';
import type { Problem } from '../../features/imports/catalogue-checks';
import { readCatalogue } from '../../features/imports/catalogue-file';
import type { FileError } from '../../features/imports/file-errors';
import { importCatalogue } from '../../features/imports/import-catalogue';
import type { CommandError } from '../command-error';
import { nothingImported, printChanges, readBytes, summary } from './import-report';

type ReadCatalogue = Exclude<ReturnType<typeof readCatalogue>, { errors: unknown }>;

/** Imports all of a YAML file or nothing; a dry run prints the same and changes nothing. */
export async function importYaml(
  file: string,
  options: { dryRun?: boolean },
  db: Database,
  config: Config,
): Promise<void> {
  const read = readCatalogue(readBytes(file).toString('utf8'), config);
  if ('errors' in read) throw rejected(file, read.errors);
  const changes = await save(file, read, options, db);
  printChanges(changes);
  console.log(`${options.dryRun ? 'Would be imported' : 'Imported'}: ${summary(changes)}.`);
}

async function save(
  file: string,
  { catalogue, place }: ReadCatalogue,
  options: { dryRun?: boolean },
  db: Database,
): Promise<readonly CatalogueChange[]> {
  try {
    return await importCatalogue(db, catalogue, SYSTEM, clock(), options);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const errors = error.refusals.map(({ details = {} }) => place(channelProblem(details)));
    throw rejected(file, errors);
  }
}

/** Prints each error with its line; the returned one is the last sentence. */
function rejected(file: string, errors: readonly FileError[]): CommandError {
  for (const { line, message } of errors) console.error(`${file}:${line}: ${message}`);
  return nothingImported(file, errors.length);
}

function channelProblem({ index = 0, value, customer }: NonNullable<Refusal['details']>): Problem {
  return { path: ['customers', Number(index), 'channel'], message: `is ${value}, the channel of ${customer} already` };
}
