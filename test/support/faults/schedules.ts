import fc from 'fast-check';
import { scope } from '../scope';
import { type Happening, happenings } from './happenings';
import type { Planned } from './mishaps';

/** A random schedule: events that make messages due, and mishaps. */
export interface Schedule {
  happenings: Happening[];
  mishaps: Planned[];
}

const RUNS = Number(process.env.FAULT_RUNS ?? scope(5, 200));

/** Random schedules with these mishaps. */
export function schedules(mishap: fc.Arbitrary<Planned>, { atLeast = 1 } = {}): fc.Arbitrary<Schedule> {
  const mishaps = fc.array(mishap, { minLength: atLeast, maxLength: 6 });
  return fc.record({ happenings, mishaps }, { noNullPrototype: true });
}

/**
 * Plays as many schedules as the scope allows, and reports the first failure with its seed. A replay repeats what was
 * drawn, but not the timing.
 */
export async function playAll<T>(
  arbitrary: fc.Arbitrary<T>,
  play: (schedule: T) => Promise<void>,
  usual: { seed?: number } = {},
): Promise<number> {
  await fc.assert(fc.asyncProperty(arbitrary, play), { ...usual, numRuns: RUNS, endOnFailure: true });
  return RUNS;
}
