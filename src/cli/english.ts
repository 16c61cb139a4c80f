import { features } from '../../commands/index';
import { translatorsOf } from '../translators';

/** The command line speaks English. */
export const english = translatorsOf(features)('en');
