import fc from 'fast-check';
import { scope } from '../scope';
import { type Happening, happenings } from './happenings';
import type { Planned } from './mishaps';

/** What is to be said when, and what goes wrong meanwhile. */
export interface Schedule {
  happenings: Happening[];
  mishaps: Planned[];
}

const RUNS = Number(process.env.FAULT_RUNS ?? scope(10, 200));

/** Random schedules with such mishaps. */
export function schedules(mishap: fc.Arbitrary<Planned>, { atLeast = 1 } = {}): fc.Arbitrary<Schedule> {
  const mishaps = fc.array(mishap, { minLength: atLeast, maxLength: 6 });
  return fc.record({ happenings, mishaps }, { noNullPrototype: true });
}

/** Plays as many of them as the scope has; the first that goes wrong is shown with its seed. They cannot be repeated to the letter. */
export async function playAll<T>(
  arbitrary: fc.Arbitrary<T>,
  play: (schedule: T) => Promise<void>,
  usual: { seed?: number } = {},
): Promise<number> {
  await fc.assert(fc.asyncProperty(arbitrary, play), { ...usual, numRuns: RUNS, endOnFailure: true });
  return RUNS;
}
