import fc from 'fast-check';
import { hasWildcard } from '../../../src/core/restriction';
import { foldKey } from '../../../src/core/text';
import { matchingCourses } from '../../../src/features/courses/matching-courses';
import { checkProduct } from '../../../src/features/products/product-check';

const COURSES = ['EXCEL-1', 'EXCEL-2', 'RGPD', 'OLD-1', 'OLD-2', 'OLD_3', 'OLDX3', '1234'].map((shortname) => ({
  shortname,
}));

describe('the courses that match', () => {
  const names = (patterns: string[]) => matchingCourses(patterns, COURSES).map(({ shortname }) => shortname);

  it.each([
    [[], ['EXCEL-1', 'EXCEL-2', 'RGPD', 'OLD-1', 'OLD-2', 'OLD_3', 'OLDX3', '1234']],
    [
      ['excel-%', 'RGPD'],
      ['EXCEL-1', 'EXCEL-2', 'RGPD'],
    ],
    [
      ['%-1', 'EXCEL-1'],
      ['EXCEL-1', 'OLD-1'],
    ],
    [['WORD'], []],
    [['OLD__'], ['OLD-1', 'OLD-2', 'OLD_3', 'OLDX3']],
    [['old_3'], ['OLD_3']],
  ])('%j are %j, open or hidden', (patterns, expected) => expect(names(patterns)).toEqual(expected));

  it('are those that the check of a product finds', () => {
    const text = fc.string({ unit: fc.constantFrom(...'%_AaÉé1'), maxLength: 6 });
    const shortname = fc.string({ unit: fc.constantFrom(...'%_AaÉé1'), minLength: 1, maxLength: 6 });
    const course = fc.record({ shortname, open: fc.boolean() });
    fc.assert(
      fc.property(text, fc.array(course, { maxLength: 5 }), (entry, courses) => {
        const codes = checkProduct({ courses: [entry] }, { courses, roles: undefined, day: '2026-03-02' }).map(
          ({ code }) => code,
        );
        const matching = matchingCourses([entry], courses);
        const isName = courses.some((each) => foldKey(each.shortname) === foldKey(entry));
        const isOpen = matching.some((each) => each.open);
        const missing = codes.some((code) => ['course.unknown', 'course.no_match', 'course.numeric'].includes(code));
        expect(missing).toBe(matching.length === 0);
        expect(codes.includes('courses.all_hidden')).toBe(matching.length > 0 && !isOpen);
        expect(codes.includes('course.hidden')).toBe(matching.length > 0 && !isOpen && (isName || !hasWildcard(entry)));
      }),
      { numRuns: 2_000 },
    );
  });
});
