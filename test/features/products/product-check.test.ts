import type { ProductParameters } from '../../../src/features/products/parameter-string';
import { type CheckedCourse, checkProduct, type Known } from '../../../src/features/products/product-check';
import type { Finding, FindingCode } from '../../../src/features/products/product-finding';

const open = (shortname: string): CheckedCourse => ({ shortname, open: true });
const hidden = (shortname: string): CheckedCourse => ({ shortname, open: false });

const KNOWN: Known = {
  courses: [
    ...[open('EXCEL-1'), hidden('EXCEL-2'), open('RGPD'), hidden('OLD-1'), hidden('OLD-2'), hidden('OLD_1')],
    ...[open('1234'), open('A,B')],
  ],
  roles: ['student', 'teacher', 'tutor'],
  day: '2026-03-02',
};
const GOOD: ProductParameters = { courses: ['EXCEL-%'], role: 'student', supervisorRole: 'teacher', packSize: 1 };

const error = (code: FindingCode, details = {}): Finding => ({ level: 'error', code, details });
const warning = (code: FindingCode, details = {}): Finding => ({ level: 'warning', code, details });

const products: [string, ProductParameters, Finding[]][] = [
  ['nothing wrong', {}, []],
  ['dates to come', { startDate: '2026-04-01', endDate: '2026-06-30' }, []],
  ['a single day, the last one', { startDate: '2026-03-02', endDate: '2026-03-02' }, []],
  ['a start in the past, which means now', { startDate: '2020-01-01', durationDays: 1 }, []],
  ['an end and a duration', { endDate: '2026-06-30', durationDays: 180 }, []],
  // Courses
  ['no restriction', { courses: [] }, [warning('courses.unrestricted')]],
  ['an undefined restriction', { courses: undefined }, [warning('courses.unrestricted')]],
  ['a course in another case', { courses: [' excel-1 '] }, []],
  ['an unknown course', { courses: ['RGPD', 'RGDP'] }, [error('course.unknown', { course: 'RGDP' })]],
  ['a blank', { courses: ['RGPD', ''] }, [error('course.unknown', { course: '' })]],
  [
    'patterns without a course',
    { courses: ['RGPD', 'WORD-%', 'EXCEL_%'] },
    [warning('course.no_match', { course: 'WORD-%' })],
  ],
  ['a mistyped name with “_”', { courses: ['EXCEL_'] }, [error('course.unknown', { course: 'EXCEL_' })]],
  ['a pattern of “_” that matches', { courses: ['EXCEL__'] }, []],
  [
    'a hidden course whose name looks like a pattern',
    { courses: ['OLD_1'] },
    [warning('course.hidden', { course: 'OLD_1' }), warning('courses.all_hidden')],
  ],
  [
    'a short name with a comma',
    { courses: ['RGPD', 'A,B'] },
    [warning('course.comma', { course: 'A,B', pattern: 'A_B' })],
  ],
  ['a hidden course', { courses: ['RGPD', 'EXCEL-2'] }, [warning('course.hidden', { course: 'EXCEL-2' })]],
  ['a pattern for hidden and open courses', { courses: ['%'] }, []],
  ['a pattern for hidden courses beside an open one', { courses: ['OLD-%', 'RGPD'] }, []],
  ['a pattern for hidden courses only', { courses: ['OLD-%'] }, [warning('courses.all_hidden')]],
  [
    'only hidden courses',
    { courses: ['OLD-1', 'excel-2', 'WORD-%'] },
    [
      warning('course.hidden', { course: 'OLD-1' }),
      warning('course.hidden', { course: 'excel-2' }),
      warning('course.no_match', { course: 'WORD-%' }),
      warning('courses.all_hidden'),
    ],
  ],
  [
    'ids of courses',
    { courses: ['12', 'RGPD', '345'] },
    [error('course.numeric', { course: '12' }), error('course.numeric', { course: '345' })],
  ],
  ['digits that are a short name', { courses: ['1234'] }, []],
  // Roles
  ['the default role', { role: undefined }, [warning('role.missing', { role: 'student' })]],
  ['no supervisor', { supervisorRole: 'none' }, []],
  ['the default supervisor', { supervisorRole: undefined }, [warning('supervisor_role.missing', { role: 'teacher' })]],
  ['another role that is known', { role: 'tutor' }, []],
  ['a role in another case', { role: 'Student' }, [error('role.unknown', { role: 'Student' })]],
  [
    'unknown roles',
    { role: 'pupil', supervisorRole: '' },
    [error('role.unknown', { role: 'pupil' }), error('supervisor_role.unknown', { role: '' })],
  ],
  // Pack size
  ['no pack size', { packSize: undefined }, [warning('pack_size.missing', { seats: 1 })]],
  // Dates
  [
    'an end before the start',
    { startDate: '2026-06-30', endDate: '2026-06-29' },
    [error('end_date.reversed', { start: '2026-06-30', end: '2026-06-29' })],
  ],
  ['an end in the past', { endDate: '2026-03-01' }, [error('end_date.past', { day: '2026-03-01' })]],
  [
    'an end before the start, in the past',
    { startDate: '2026-03-03', endDate: '2026-03-01' },
    [
      error('end_date.reversed', { start: '2026-03-03', end: '2026-03-01' }),
      error('end_date.past', { day: '2026-03-01' }),
    ],
  ],
  [
    'invalid days',
    { startDate: '2026-02-30', endDate: 'soon' },
    [error('start_date.invalid', { day: '2026-02-30' }), error('end_date.invalid', { day: 'soon' })],
  ],
  ...[0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY].map((days): [string, ProductParameters, Finding[]] => [
    `a duration of ${days} days`,
    { durationDays: days },
    [error('duration.invalid', { days })],
  ]),
];

describe('the check of a product', () => {
  it.each(products)('reports %s', (_, product, findings) => {
    expect(checkProduct({ ...GOOD, ...product }, KNOWN)).toEqual(findings);
  });

  it('reports everything at once', () => {
    const product = { courses: ['RGDP', 'OLD-1', '12'], role: 'pupil', endDate: '2026-03-01', durationDays: 0 };
    expect(checkProduct(product, KNOWN)).toEqual([
      error('course.unknown', { course: 'RGDP' }),
      warning('course.hidden', { course: 'OLD-1' }),
      error('course.numeric', { course: '12' }),
      warning('courses.all_hidden'),
      error('role.unknown', { role: 'pupil' }),
      warning('supervisor_role.missing', { role: 'teacher' }),
      warning('pack_size.missing', { seats: 1 }),
      error('end_date.past', { day: '2026-03-01' }),
      error('duration.invalid', { days: 0 }),
    ]);
  });

  it('accepts any role when roles are not checked', () => {
    expect(checkProduct({ ...GOOD, role: 'pupil' }, { ...KNOWN, roles: undefined })).toEqual([]);
  });

  it('reports a default role that Moodle lacks', () => {
    const findings = checkProduct({ ...GOOD, role: undefined }, { ...KNOWN, roles: ['teacher'] });
    expect(findings).toEqual([
      warning('role.missing', { role: 'student' }),
      error('role.unknown', { role: 'student' }),
    ]);
  });

  it('reports that every course is hidden, with or without a restriction', () => {
    const courses = [hidden('EXCEL-1')];
    expect(checkProduct({ ...GOOD, courses: [] }, { ...KNOWN, courses })).toEqual([
      warning('courses.unrestricted'),
      warning('courses.all_hidden'),
    ]);
    expect(checkProduct({ ...GOOD, courses: [] }, { ...KNOWN, courses: [] })).toEqual([
      warning('courses.unrestricted'),
    ]);
  });

  it('finds a course open when one of two with its name is open', () => {
    const courses = [hidden('rgpd'), open('RGPD'), hidden('Rgpd')];
    expect(checkProduct({ ...GOOD, courses: ['RGPD'] }, { ...KNOWN, courses })).toEqual([]);
  });
});
