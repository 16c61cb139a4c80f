import type { Catalogue } from '../../src/features/imports/catalogue';
import { readCatalogue } from '../../src/features/imports/catalogue-file';

const DEFAULTS = { timezone: 'Europe/Paris', locale: 'en' as const };

/** Parses an import file; throws when it is invalid. */
export function catalogueOf(text: string): Catalogue {
  const read = readCatalogue(text, DEFAULTS);
  if ('errors' in read) throw new Error(JSON.stringify(read.errors));
  return read.catalogue;
}

/** The errors in an import file, as `line: message`. */
export function errorsOf(text: string): string[] {
  const read = readCatalogue(text, DEFAULTS);
  return 'errors' in read ? read.errors.map(({ line, message }) => `${line}: ${message}`) : [];
}
