import { features } from '../../commands/index';
import type { Translate } from '../core/words';
import { translatorsOf } from '../translators';

/** The command line speaks English. */
export function english(): Translate {
  return translatorsOf(features)('en');
}
