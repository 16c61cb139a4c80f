import type { CatalogueChange } from '../features/imports/catalogue';

/** What becomes of one thing, for the command line. */
export function inOneLine({ kind, key, change, details }: CatalogueChange): string {
  return `${kind} ${key}: ${change}${details.length > 0 ? ` (${details.join('; ')})` : ''}`;
}

export function summary(changes: readonly CatalogueChange[]): string {
  const count = (change: CatalogueChange['change']) => changes.filter((one) => one.change === change).length;
  return `${count('created')} created, ${count('updated')} updated, ${count('unchanged')} unchanged`;
}
