import type {
  ParameterKey,
  ParameterProblem,
  ParameterProblemCode,
} from '../../../src/features/products/parameter-problem';
import { parseParameters } from '../../../src/features/products/parameter-string';

const of = (
  field: ParameterKey,
  code: ParameterProblemCode,
  details?: Record<string, string | number>,
): ParameterProblem => ({ code, field, ...(details && { details }) });
const unknown = (key: string): ParameterProblem => ({ code: 'key.unknown', details: { key } });

const strings: [string, ParameterProblem[]][] = [
  // Keys
  ['courses=EXCEL-1', [unknown('courses')]],
  ['Course List=EXCEL-1', [unknown('Course List')]],
  ['??packsize=1', [unknown('?packsize')]],
  ['https://shop.example/?packsize=1', [unknown('https://shop.example/?packsize')]],
  ['packsize=1&amp;duration=2', [unknown('amp;duration')]],
  ['EXCEL-1,RGPD', [unknown('EXCEL-1,RGPD')]],
  ['courselist%3DEXCEL-1', [unknown('courselist%3DEXCEL-1')]],
  ['=10', [{ code: 'key.missing', details: { value: '10' } }]],
  ['packsize=1&packsize=1', [of('packsize', 'key.repeated')]],
  ['packsize=1&PACKSIZE=2&packsize=3', [of('packsize', 'key.repeated')]],
  // Missing values
  ['packsize', [of('packsize', 'value.missing')]],
  ['packsize=', [of('packsize', 'value.missing')]],
  ['courselist', [of('courselist', 'value.missing')]],
  ['courselist=&supervisor= ', [of('supervisor', 'value.missing')]],
  ['role=+&customersupport=%20', [of('role', 'value.missing'), of('customersupport', 'value.missing')]],
  // Numbers
  ...['1.5', '1,5', '-1', '+1', '0x10', '1e3', 'ten', '1 000', '١٠', '%31', '1%20'].map(
    (value): [string, ParameterProblem[]] => [`packsize=${value}`, [of('packsize', 'number.invalid', { value })]],
  ),
  ['packsize=0', [of('packsize', 'number.range', { value: '0', least: 1, most: 10_000 })]],
  ['packsize=10001', [of('packsize', 'number.range', { value: '10001', least: 1, most: 10_000 })]],
  ['duration=0', [of('duration', 'number.range', { value: '0', least: 1, most: 36_500 })]],
  ['duration=36501', [of('duration', 'number.range', { value: '36501', least: 1, most: 36_500 })]],
  [`duration=${'9'.repeat(400)}`, [of('duration', 'number.range', { value: '9'.repeat(400), least: 1, most: 36_500 })]],
  // Times
  ...['0', '20260101', '946681199', '4102527600', '1767222000000', '9'.repeat(400)].map(
    (value): [string, ParameterProblem[]] => [
      `starttime=${value}`,
      [of('starttime', 'time.range', { value, least: '2000-01-01', most: '2100-01-01' })],
    ],
  ),
  ['starttime=2026-01-01', [of('starttime', 'number.invalid', { value: '2026-01-01' })]],
  ['endtime=+180D', [of('endtime', 'number.invalid', { value: '+180D' })]],
  [
    'starttime=1767222000&endtime=1767221999',
    [of('endtime', 'endtime.reversed', { start: '2026-01-01', end: '2025-12-31' })],
  ],
  ['starttime=1767222000&starttime=1767222000&endtime=1767221999', [of('starttime', 'key.repeated')]],
  ['starttime=x&endtime=1767221999', [of('starttime', 'number.invalid', { value: 'x' })]],
  // Unescaped signs
  ['courselist=A;B', [of('courselist', 'sign.bare', { sign: ';', write: '%3B' })]],
  ['courselist=A=B', [of('courselist', 'sign.bare', { sign: '=', write: '%3D' })]],
  [
    'courselist=A;packsize=10',
    [
      of('courselist', 'sign.bare', { sign: '=', write: '%3D' }),
      of('courselist', 'sign.bare', { sign: ';', write: '%3B' }),
    ],
  ],
  ['packsize=10;', [of('packsize', 'sign.bare', { sign: ';', write: '%3B' })]],
  // Escapes
  ...['%AD', '%E9', '%C3', '%41', '%30', '%10', '%C3%A9%FF'].map((text): [string, ParameterProblem[]] => [
    `courselist=RE${text}Y`,
    [of('courselist', 'encoding.invalid', { text })],
  ]),
  [
    'courselist=%BASE%,%ACCESS%',
    [of('courselist', 'encoding.invalid', { text: '%BA' }), of('courselist', 'encoding.invalid', { text: '%AC' })],
  ],
  // Courses
  [
    'courselist=,',
    [of('courselist', 'course.blank', { position: 1 }), of('courselist', 'course.blank', { position: 2 })],
  ],
  ['courselist=A,,B', [of('courselist', 'course.blank', { position: 2 })]],
  ['courselist=A, ', [of('courselist', 'course.blank', { position: 2 })]],
  ['courselist=A%2C+%2CB', [of('courselist', 'course.blank', { position: 2 })]],
  ['courselist=EXCEL\\_1', [of('courselist', 'value.character', { character: '\\', position: 1 })]],
  ['courselist=A,B\nC', [of('courselist', 'value.character', { character: 'U+000A', position: 2 })]],
  ['courselist=A\u200BB', [of('courselist', 'value.character', { character: 'U+200B', position: 1 })]],
  ['role=\uD800', [of('role', 'value.character', { character: 'U+D800' })]],
  [`courselist=A,${'B'.repeat(151)}`, [of('courselist', 'value.too_long', { most: 150, position: 2 })]],
  [`supervisor=${'x'.repeat(101)}`, [of('supervisor', 'value.too_long', { most: 100 })]],
  // All at once
  [
    'courselist=A,,%AD&packsize=1.5&colour=red&packsize=0&starttime=1767222000&duration&endtime=1767221999',
    [
      of('courselist', 'encoding.invalid', { text: '%AD' }),
      of('packsize', 'number.invalid', { value: '1.5' }),
      unknown('colour'),
      of('packsize', 'number.range', { value: '0', least: 1, most: 10_000 }),
      of('packsize', 'key.repeated'),
      of('duration', 'value.missing'),
      of('endtime', 'endtime.reversed', { start: '2026-01-01', end: '2025-12-31' }),
    ],
  ],
];

describe('a person who pastes a parameter string', () => {
  it.each(strings)('sees everything wrong with %j', (text, problems) => {
    expect(parseParameters(text, 'Europe/Paris')).toEqual({ problems });
  });
});
