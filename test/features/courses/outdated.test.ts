import { toInstant } from '../../../src/core/time';
import { isOutdated } from '../../../src/features/courses/outdated';
import { at } from '../../support/time';

const NOON = at('2026-03-02T12:00:00Z');

describe('the list of courses from Moodle', () => {
  it.each([
    ['a moment ago', { minutes: 0 }, false],
    ['ten minutes ago', { minutes: -10 }, false],
    ['half an hour ago', { minutes: -30 }, true],
    ['by a machine whose clock is a minute ahead', { minutes: 1 }, false],
    ['by a clock that was days ahead', { days: 3 }, true],
  ])('when it was read %s', (_when, ahead, outdated) => {
    expect(isOutdated(toInstant(NOON.plus(ahead)), NOON)).toBe(outdated);
  });
});
