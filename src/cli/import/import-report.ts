import { readFileSync } from 'node:fs';
import type { CatalogueChange } from '../../features/imports/catalogue';
import { CommandError } from '../command-error';

/** A dry run also says the name of what is new, so that a misread letter shows before it is stored. */
export function formatChange({ kind, key, name, change, details }: CatalogueChange, isDryRun = false): string {
  const isNamed = isDryRun && change === 'created' && kind !== 'coordinator';
  const said = isNamed && name !== undefined ? [`name: ${name}`, ...details] : details;
  return `${kind} ${key}: ${change}${said.length > 0 ? ` (${said.join('; ')})` : ''}`;
}

export function printChanges(changes: readonly CatalogueChange[], isDryRun = false): void {
  const news = changes.filter(({ change }) => change !== 'unchanged');
  for (const change of news) console.log(formatChange(change, isDryRun));
}

export function summary(changes: readonly CatalogueChange[]): string {
  const count = (change: CatalogueChange['change']) => changes.filter((one) => one.change === change).length;
  return `${count('created')} created, ${count('updated')} updated, ${count('unchanged')} unchanged`;
}

export function nothingImported(file: string, errors: number): CommandError {
  return new CommandError(`Nothing was imported: ${errors} ${errors === 1 ? 'error' : 'errors'} in ${file}.`);
}

export function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new CommandError(`${file} cannot be read.`);
  }
}
