import type { Translator } from './core/words';
import type { Feature } from './feature';
import * as common from './slack/copy';
import { createTranslators } from './slack/translate';

/** The texts of all features. Throws when two features use the same key, or when a text lacks a language. */
export function translatorsOf(features: readonly Feature[]): Translator {
  return createTranslators([common, ...features.map(({ copy }) => copy)]);
}
