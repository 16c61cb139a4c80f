import { features } from '../../commands/index';
import { translatorsOf } from '../../src/translators';

export const translator = translatorsOf(features);
