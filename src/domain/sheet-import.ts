import type { Identity } from './person';
import type { SheetReport } from './sheet';

/** A file that somebody chose, and what would become of its rows, or did. */
export type SheetImport = {
  /** Nobody guesses it. */
  key: string;
  by: Identity;
  /** In Slack. */
  fileId: string;
} & ({ state: 'reading' } | { state: 'ready' | 'imported' | 'cancelled'; report: SheetReport });
