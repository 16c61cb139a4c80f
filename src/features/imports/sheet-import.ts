import type { Identity } from '../../core/identity';
import type { SheetReport } from './sheet';

/** A file that somebody chose, and what would become of its rows, or did. */
export type SheetImport = {
  /** Nobody guesses it. */
  key: string;
  by: Identity;
  /** In Slack. */
  fileId: string;
} & ({ state: 'reading' } | { state: 'ready' | 'importing' | 'imported' | 'cancelled'; report: SheetReport });

export type ReadImport = Exclude<SheetImport, { state: 'reading' }>;

/** Nothing is wrong with it, and something would change. */
export function isWorthImporting(chosen: SheetImport): chosen is ReadImport {
  if (chosen.state !== 'ready') return false;
  const { problems, changes } = chosen.report;
  return problems.length === 0 && changes.some(({ change }) => change !== 'unchanged');
}
