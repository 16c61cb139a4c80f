import type { SheetReport } from './sheet';

/**
 * Rows that would now change something else than the preview showed, because the data changed since. A row that
 * somebody else has carried out meanwhile has nothing left to change, so it is none of them.
 */
export function overtakenRows(shown: SheetReport, found: SheetReport): number[] {
  const effects = new Map(shown.changes.map((one) => [one.row, effectOf(one)]));
  const overtaken = found.changes.filter((one) => one.change !== 'unchanged' && effects.get(one.row) !== effectOf(one));
  return overtaken.map(({ row }) => row);
}

function effectOf({ change, details }: SheetReport['changes'][number]): string {
  return JSON.stringify([change, details]);
}
