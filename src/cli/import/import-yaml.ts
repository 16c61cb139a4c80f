import type { Config } from '../../config';
import { type Refusal, UserError } from '../../core/errors';
import { SYSTEM } from '../../core/person';
import { clock } from '../../create-app';
import type { Database } from '../../database/database';
import type { CatalogueChange } from '../../features/imports/catalogue';
import type { Problem } from '../../features/imports/catalogue-checks';
import { readCatalogue } from '../../features/imports/catalogue-file';
import type { FileError } from '../../features/imports/files/file-errors';
import { readText, type UnreadableText } from '../../features/imports/files/file-text';
import { importCatalogue } from '../../features/imports/import-catalogue';
import type { CommandError } from '../command-error';
import { nothingImported, printChanges, readBytes, summary } from './import-report';

type ReadCatalogue = Exclude<ReturnType<typeof readCatalogue>, { errors: unknown }>;

const UNREADABLE: Record<UnreadableText, string> = {
  'file.workbook': 'is a workbook: in Excel, choose “Save as”, then “CSV UTF-8”',
  'file.web_page': 'is a web page',
  'file.not_text': 'is not a text file',
  'file.encoding':
    'letters such as é can be read in several ways: save the file as UTF-8, so that none is stored wrong',
  'file.garbled': 'letters were spoilt before the file was saved, as in “SÃ©curitÃ©” for “Sécurité”: correct them',
};

/** Imports a whole YAML file or nothing. A dry run prints what would change, and changes nothing. */
export async function importYaml(
  file: string,
  options: { dryRun?: boolean },
  db: Database,
  config: Config,
): Promise<void> {
  const bytes = readBytes(file);
  const content = readText(bytes);
  if ('problem' in content) throw rejected(file, [{ line: doubtfulLine(bytes), message: UNREADABLE[content.problem] }]);
  const read = readCatalogue(content.text, config);
  if ('errors' in read) throw rejected(file, read.errors);
  const changes = await save(file, read, options, db);
  printChanges(changes, options.dryRun);
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

/** The first line that is not plain ASCII. */
function doubtfulLine(bytes: Uint8Array): number {
  const index = bytes.findIndex((byte) => byte > 0x7f);
  return bytes.slice(0, Math.max(index, 0)).filter((byte) => byte === LINE_FEED).length + 1;
}

const LINE_FEED = 0x0a;

/** Prints each error with its line. The returned error is the last sentence. */
function rejected(file: string, errors: readonly FileError[]): CommandError {
  for (const { line, message } of errors) console.error(`${file}:${line}: ${message}`);
  return nothingImported(file, errors.length);
}

function channelProblem({ index = 0, value, customer }: NonNullable<Refusal['details']>): Problem {
  return { path: ['customers', Number(index), 'channel'], message: `is ${value}, the channel of ${customer} already` };
}
