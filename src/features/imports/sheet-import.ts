import type { Identity } from '../../core/identity';
import type { SheetReport } from './sheet';

/** A file that a person chose, with the preview or the result of its rows. */
export type SheetImport = {
  /** Cannot be guessed. */
  key: string;
  by: Identity;
  /** Slack's id. */
  fileId: string;
} & ({ state: 'reading' } | { state: 'ready' | 'importing' | 'imported' | 'cancelled'; report: SheetReport });

export type ReadImport = Exclude<SheetImport, { state: 'reading' }>;

/** The file has no problems and would change something. */
export function isWorthImporting(chosen: SheetImport): chosen is ReadImport {
  if (chosen.state !== 'ready') return false;
  const { problems, changes } = chosen.report;
  return problems.length === 0 && changes.some(({ change }) => change !== 'unchanged');
}
