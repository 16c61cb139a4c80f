import fc from 'fast-check';
import { foldKey } from '../../../src/core/text';
import { doubtOf, type KnownCourse, planSync, type SyncPlan } from '../../../src/features/courses/course-sync';
import type { MoodleCourse } from '../../../src/moodle/moodle';

// Few names, in upper and lower case or with what nobody sees, and few ids, so that they collide.
const UNSEEN = ['A\u200B', '(a)', 'Ａ', 'B\u00AD', '\u2060', 'D＼E'];
const shortname = fc.constantFrom(
  'A',
  'a',
  'B',
  'b',
  'C',
  ' C ',
  'É',
  'E\u0301',
  'D\\E',
  '',
  'x'.repeat(151),
  ...UNSEEN,
);
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

/** Applies a plan as the database does. */
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

describe('the plan of a course sync', () => {
  it('turns any list into Moodle’s list without repeated keys, and then has nothing left to do', () => {
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

  it('leaves out a course only when another one has its short name, or when its name is unusable', () => {
    fc.assert(
      fc.property(list, (found) => {
        const { leftOut } = planSync([], found);
        for (const { id, shortname: name } of leftOut) {
          const namesake = found.some((one) => one.id < id && foldKey(one.shortname) === foldKey(name));
          const key = foldKey(name);
          expect(namesake || key === '' || name.length > 150 || key.includes('\\')).toBe(true);
        }
      }),
    );
  });
});

describe('doubt about a plan', () => {
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
    ['finds no course although some were known', knownOf(three), [], 'moodle.blind'],
    [
      'would close every open course',
      knownOf(three),
      three.map(({ id }) => course(id, { visible: false })),
      'moodle.course_access',
    ],
    [
      'can view no course, even if it would close none',
      [],
      three.map(({ id }) => course(id, { visible: undefined })),
      'moodle.course_access',
    ],
    ['finds another Moodle', knownOf(three), [course(12), course(13)], 'moodle.course_access'],
    [
      'would close our own list in favour of hidden courses',
      byHand([
        { shortname: 'A', hiddenHere: false },
        { shortname: 'B', hiddenHere: false },
      ]),
      [course(2, { visible: false })],
      'moodle.course_access',
    ],
  ])('arises when it %s', (_, known, found, code) => {
    expect(doubt(known, found)).toBe(code);
  });

  it.each([
    ['nothing was known and nothing is found', [], []],
    ['all but one are hidden', knownOf(three), three.map(({ id }) => course(id, { visible: id === 3 }))],
    ['the only open course is hidden', knownOf([course(2)]), [course(2, { visible: false })]],
    [
      'the list of a Moodle replaces our own',
      byHand([
        { shortname: 'A', hiddenHere: false },
        { shortname: 'B', hiddenHere: false },
      ]),
      three,
    ],
  ])('does not arise when %s', (_, known, found) => {
    expect(doubt(known, found)).toBeUndefined();
  });
});
