import fc from 'fast-check';
import { foldKey } from '../../../src/core/text';
import { doubtOf, type KnownCourse, planSync, type SyncPlan } from '../../../src/features/courses/course-sync';
import type { MoodleCourse } from '../../../src/moodle/moodle';

// Few names in different capitals, and few ids, so that they meet.
const shortname = fc.constantFrom('A', 'a', 'B', 'b', 'C', ' C ', 'É', 'E\u0301', 'D\\E', '', 'x'.repeat(151));
const foundCourse: fc.Arbitrary<MoodleCourse> = fc.record({
  id: fc.integer({ min: 2, max: 9 }),
  shortname,
  name: fc.constantFrom('One', 'Two', ''),
  visible: fc.boolean(),
  enrolsManually: fc.boolean(),
  separatesGroups: fc.constant(false),
});
const list = fc.uniqueArray(foundCourse, { selector: ({ id }) => id, maxLength: 8 });
const ours = fc.uniqueArray(fc.record({ shortname: fc.constantFrom('A', 'b', 'É', 'NEW'), hiddenHere: fc.boolean() }), {
  selector: (one) => foldKey(one.shortname),
  maxLength: 4,
});

const byHand = (courses: { shortname: string; hiddenHere: boolean }[]): KnownCourse[] =>
  courses.map((one, index) => ({
    ...one,
    id: index + 1,
    key: foldKey(one.shortname),
    name: one.shortname,
    moodleId: undefined,
    closedBecause: undefined,
  }));

/** As storage does it. */
function carriedOut(known: readonly KnownCourse[], { created, changed }: SyncPlan): KnownCourse[] {
  const after = new Map(changed.map((change) => [change.before.id, change.after]));
  const kept = known.map((one) => after.get(one.id) ?? one);
  const next = Math.max(0, ...kept.map(({ id }) => id)) + 1;
  return [...kept, ...created.map((terms, index) => ({ ...terms, id: next + index, hiddenHere: false }))];
}

const isFoundIn = (known: readonly KnownCourse[], { id, shortname, name, visible, enrolsManually }: MoodleCourse) => {
  const row = known.find(({ moodleId }) => moodleId === id);
  const short = shortname.trim();
  expect(row).toMatchObject({ shortname: short, key: foldKey(short), name: name || short });
  expect(row?.closedBecause).toBe(visible ? (enrolsManually ? undefined : 'no_enrolment') : 'hidden');
};

describe('the plan that makes our list Moodle’s', () => {
  it('yields what was found, whatever both had before, no key twice, and has nothing left to do then', () => {
    fc.assert(
      fc.property(ours, fc.array(list, { minLength: 1, maxLength: 4 }), (before, passes) => {
        let known = byHand(before);
        for (const found of passes) {
          const plan = planSync(known, found);
          known = carriedOut(known, plan);
          const owners = found.filter((course) => !plan.leftOut.includes(course));
          for (const course of owners) isFoundIn(known, course);
          const keys = known.flatMap(({ key }) => key ?? []);
          expect(new Set(keys).size).toBe(keys.length);
          const open = known.filter(({ closedBecause }) => closedBecause === undefined);
          expect(open.filter(({ moodleId }) => !owners.some(({ id }) => id === moodleId))).toEqual([]);
          const gone = known.filter(({ closedBecause }) => closedBecause === 'gone');
          expect(gone.filter(({ moodleId }) => found.some(({ id }) => id === moodleId))).toEqual([]);
          expect(planSync(known, found)).toMatchObject({ created: [], changed: [] });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('leaves out a course only where another has its short name, or nobody could choose it', () => {
    fc.assert(
      fc.property(list, (found) => {
        const { leftOut } = planSync([], found);
        for (const { id, shortname: name } of leftOut) {
          const namesake = found.some((one) => one.id < id && foldKey(one.shortname) === foldKey(name));
          expect(namesake || name.trim() === '' || name.length > 150 || name.includes('\\')).toBe(true);
        }
      }),
    );
  });
});

describe('a plan is doubted', () => {
  const course = (id: number, more: Partial<MoodleCourse> = {}): MoodleCourse => {
    return {
      id,
      shortname: `C-${id}`,
      name: `Course ${id}`,
      visible: true,
      enrolsManually: true,
      separatesGroups: false,
      ...more,
    };
  };
  const knownOf = (found: MoodleCourse[]) => carriedOut([], planSync([], found));
  const doubt = (known: KnownCourse[], found: MoodleCourse[]) => doubtOf(known, found, planSync(known, found));
  const three = [course(2), course(3), course(4)];

  it.each([
    ['finds no course where some were known', knownOf(three), [], 'moodle.blind'],
    [
      'would hide every course that is open',
      knownOf(three),
      three.map(({ id }) => course(id, { visible: false })),
      'moodle.course_access',
    ],
    [
      'may go into no course, though it would close none that is open',
      [],
      three.map(({ id }) => course(id, { visible: undefined })),
      'moodle.course_access',
    ],
    ['finds another Moodle', knownOf(three), [course(12), course(13)], 'moodle.course_access'],
    [
      'would close a list of ours for courses none of which is shown',
      byHand([
        { shortname: 'A', hiddenHere: false },
        { shortname: 'B', hiddenHere: false },
      ]),
      [course(2, { visible: false })],
      'moodle.course_access',
    ],
  ])('that %s', (_, known, found, code) => {
    expect(doubt(known, found)).toBe(code);
  });

  it.each([
    ['nothing was known and nothing is found', [], []],
    ['all but one are hidden', knownOf(three), three.map(({ id }) => course(id, { visible: id === 3 }))],
    ['the only open one is hidden', knownOf([course(2)]), [course(2, { visible: false })]],
    [
      'a list of ours gives way to that of a Moodle',
      byHand([
        { shortname: 'A', hiddenHere: false },
        { shortname: 'B', hiddenHere: false },
      ]),
      three,
    ],
  ])('not where %s', (_, known, found) => {
    expect(doubt(known, found)).toBeUndefined();
  });
});
