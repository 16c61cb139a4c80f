import type { Now } from '../../core/time';

export interface ImportSettings {
  now: Now;
  /** False only says what would change. */
  apply: boolean;
}
