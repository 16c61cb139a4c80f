import { readFileSync } from 'node:fs';
import type { CatalogueChange } from '../../features/imports/catalogue';
import { CommandError } from '../command-error';

export function formatChange({ kind, key, change, details }: CatalogueChange): string {
  return `${kind} ${key}: ${change}${details.length > 0 ? ` (${details.join('; ')})` : ''}`;
}

export function printChanges(changes: readonly CatalogueChange[]): void {
  for (const change of changes.filter((one) => one.change !== 'unchanged')) console.log(formatChange(change));
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
