import type { MoodleSite } from './moodle-site';
import type { Read } from './parameters';
import type { PhpArray } from './php-form';

/** Executes one call atomically, before any other starts. Throws a `MoodleRefusal`. */
export type MoodleFunction = (site: MoodleSite, params: PhpArray) => unknown;

export function moodleFunction<T>(read: Read<T>, answer: (site: MoodleSite, params: T) => unknown): MoodleFunction {
  return (site, params) => answer(site, read(params));
}
