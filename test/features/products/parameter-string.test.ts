import {
  formatParameters,
  parseParameters,
  type ReadParameters,
} from '../../../src/features/products/parameter-string';

const SILENT: ReadParameters = {
  courses: undefined,
  courseIds: [],
  supervisorRole: undefined,
  role: undefined,
  packSize: undefined,
  startDate: undefined,
  startSecond: undefined,
  endDate: undefined,
  endSecond: undefined,
  durationDays: undefined,
  customerSupport: undefined,
};
const WHOLE =
  'courselist=EXCEL-%,RGPD&supervisor=teacher&role=student&packsize=10&starttime=1767222000&endtime=1798757999&duration=180&customersupport=ACME-DESK';

/** The string, read in Paris time; its meaning; and its canonical form where that differs. */
const strings: [string, Partial<ReadParameters>, string?][] = [
  ['', {}],
  ['  \r\n', {}, ''],
  ['?', {}, ''],
  ['&', {}, ''],
  [
    WHOLE,
    {
      courses: ['EXCEL-%', 'RGPD'],
      supervisorRole: 'teacher',
      role: 'student',
      packSize: 10,
      startDate: '2026-01-01',
      endDate: '2026-12-31',
      endSecond: 1_798_757_999,
      durationDays: 180,
      customerSupport: 'ACME-DESK',
    },
  ],
  [
    'courselist=EXCEL-%,RGPD&supervisor=teacher&packsize=10&starttime=1767225600&duration=180',
    {
      courses: ['EXCEL-%', 'RGPD'],
      supervisorRole: 'teacher',
      packSize: 10,
      startDate: '2026-01-01',
      startSecond: 1_767_225_600,
      durationDays: 180,
    },
  ],
  // Numbers
  ['packsize=1', { packSize: 1 }],
  ['packsize=010', { packSize: 10 }, 'packsize=10'],
  ['packsize=10000', { packSize: 10_000 }],
  ['duration=36500', { durationDays: 36_500 }],
  ['duration=180&packsize=10', { packSize: 10, durationDays: 180 }, 'packsize=10&duration=180'],
  // Times
  ['starttime=1767222000', { startDate: '2026-01-01' }],
  ['starttime=1767222001', { startDate: '2026-01-01', startSecond: 1_767_222_001 }],
  ['starttime=1767221999', { startDate: '2025-12-31', startSecond: 1_767_221_999 }],
  ['starttime=946681200', { startDate: '2000-01-01' }],
  ['starttime=946684800', { startDate: '2000-01-01', startSecond: 946_684_800 }],
  ['endtime=4102444800', { endDate: '2100-01-01', endSecond: 4_102_444_800 }],
  ['endtime=4102527599', { endDate: '2100-01-01', endSecond: 4_102_527_599 }],
  ['starttime=1767222000&endtime=1767222000', { startDate: '2026-01-01', endDate: '2026-01-01' }],
  ['endtime=1782770400&duration=30', { endDate: '2026-06-30', durationDays: 30 }],
  // Roles and support
  ['supervisor=editingteacher&role=student', { supervisorRole: 'editingteacher', role: 'student' }],
  ['role=Stagiaire%20été', { role: 'Stagiaire été' }, 'role=Stagiaire été'],
  ['customersupport=42', { customerSupport: '42' }],
  // Courses
  ['courselist=EXCEL-1', { courses: ['EXCEL-1'] }],
  ['courselist=EXCEL-1, EXCEL-2', { courses: ['EXCEL-1', 'EXCEL-2'] }, 'courselist=EXCEL-1,EXCEL-2'],
  ['courselist=EXCEL-1,\r\n  EXCEL-2\r\n', { courses: ['EXCEL-1', 'EXCEL-2'] }, 'courselist=EXCEL-1,EXCEL-2'],
  ['courselist=EXCEL-1,RGPD,excel-1', { courses: ['excel-1', 'RGPD'] }, 'courselist=excel-1,RGPD'],
  ['courselist=12,EXCEL-_,345', { courses: ['12', 'EXCEL-_', '345'], courseIds: ['12', '345'] }],
  ['courselist=Sécurité 1,МАТ-1,安全', { courses: ['Sécurité 1', 'МАТ-1', '安全'] }],
  ['courselist=', {}, ''],
  ['courselist= &packsize=2', { packSize: 2 }, 'packsize=2'],
  ['courselist=+%20', {}, ''],
  ['courselist=%', { courses: ['%'] }],
  ['courselist=%%', { courses: ['%%'] }],
  ['courselist=EXCEL%,%-1', { courses: ['EXCEL%', '%-1'] }],
  ["courselist=L'anglais (A1) !*~/:@#?", { courses: ["L'anglais (A1) !*~/:@#?"] }],
  // Escapes
  ['courselist=EXCEL-%25', { courses: ['EXCEL-%'] }, 'courselist=EXCEL-%'],
  ['courselist=EXCEL-%25%2CRGPD', { courses: ['EXCEL-%', 'RGPD'] }, 'courselist=EXCEL-%,RGPD'],
  ['courselist=A%20B', { courses: ['A B'] }, 'courselist=A B'],
  ['courselist=A+B,+C', { courses: ['A B', 'C'] }, 'courselist=A B,C'],
  ['courselist=C%2B%2B-1', { courses: ['C++-1'] }],
  ['courselist=RE%25ADY', { courses: ['RE%ADY'] }],
  ['courselist=RE%2525ADY', { courses: ['RE%25ADY'] }],
  ['courselist=EXCEL-%2530', { courses: ['EXCEL-%30'] }],
  ['courselist=%XYZ%4,%G1', { courses: ['%XYZ%4', '%G1'] }],
  ['courselist=%%20A', { courses: ['% A'] }, 'courselist=% A'],
  ['courselist=S%C3%A9cu', { courses: ['Sécu'] }, 'courselist=Sécu'],
  ['courselist=s%c3%a9cu', { courses: ['sécu'] }, 'courselist=sécu'],
  ['courselist=R%26D,A%3DB,C%3BD', { courses: ['R&D', 'A=B', 'C;D'] }],
  ['courselist=%20A%20,%0A%09B', { courses: ['A', 'B'] }, 'courselist=A,B'],
  // Pasted text
  ['\n ?packsize=2&&duration=3& \r\n', { packSize: 2, durationDays: 3 }, 'packsize=2&duration=3'],
  ['PackSize = 2 &\n DURATION = 3', { packSize: 2, durationDays: 3 }, 'packsize=2&duration=3'],
  ['\uFEFFpacksize=2\u00A0', { packSize: 2 }, 'packsize=2'],
];

describe('a parameter string', () => {
  it.each(strings)('%j is read', (text, said) => {
    expect(parseParameters(text, 'Europe/Paris')).toStrictEqual({ value: { ...SILENT, ...said } });
  });

  it.each(strings)('%j is written back', (text, said, canonical = text) => {
    expect(formatParameters({ ...SILENT, ...said }, 'Europe/Paris')).toBe(canonical);
  });

  it('leaves out everything that a product leaves open', () => {
    expect(formatParameters({ courses: [], packSize: 1, role: 'student' }, 'UTC')).toBe('role=student&packsize=1');
  });

  it('cannot name a course with a comma, and throws instead of naming two courses', () => {
    expect(() => formatParameters({ courses: ['A,B'] }, 'UTC')).toThrow(RangeError);
  });
});

describe('a start that is not midnight', () => {
  const started = { startDate: '2026-01-01', startSecond: 1_767_225_600 };

  it('keeps its exact second as long as its day stays', () => {
    expect(formatParameters(started, 'Europe/Paris')).toBe('starttime=1767225600');
  });

  it('becomes the first second of another day when that day is picked', () => {
    expect(formatParameters({ ...started, startDate: '2026-01-02' }, 'Europe/Paris')).toBe('starttime=1767308400');
  });

  it.each([
    ['Asia/Kathmandu', '2026-01-01', 1_767_225_600],
    ['America/Sao_Paulo', '2025-12-31', 1_767_225_600],
    ['Pacific/Apia', '2026-01-01', 1_767_225_600],
    ['UTC', '2026-01-01', undefined],
  ])('falls on a day of the zone: in %s %s', (zone, startDate, startSecond) => {
    const parsed = parseParameters('starttime=1767225600', zone);
    expect(parsed).toStrictEqual({ value: { ...SILENT, startDate, startSecond } });
  });

  it.each([
    ['where clocks skip midnight', 'America/Sao_Paulo', '2018-11-04', 1_541_300_400],
    ['where midnight comes twice', 'America/Havana', '2026-11-01', 1_793_505_600],
    ['after a day that never was', 'Pacific/Apia', '2011-12-31', 1_325_239_200],
  ])('differs from the first second %s', (_, zone, startDate, second) => {
    expect(formatParameters({ startDate }, zone)).toBe(`starttime=${second}`);
    expect(parseParameters(`starttime=${second}`, zone)).toStrictEqual({ value: { ...SILENT, startDate } });
    const later = { ...SILENT, startDate, startSecond: second + 1 };
    expect(parseParameters(`starttime=${second + 1}`, zone)).toStrictEqual({ value: later });
  });
});
