import fc from 'fast-check';
import { readTable } from '../../../src/features/imports/files/csv-table';
import { writeTable } from '../../../src/features/imports/files/csv-write';
import { readText } from '../../../src/features/imports/files/file-text';

const HEADER = ['shortname', 'name', 'open'];
const SEPARATORS = [',', ';'] as const;

/** Content that breaks files: quotes, separators, line ends, formulas, and apostrophes before them. */
const hostile = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc
    .array(fc.constantFrom('"', "'", ',', ';', '\t', '\r', '\n', '=', '+', '-', '@', ' ', 'a', '\\', '\uFEFF'), {
      maxLength: 6,
    })
    .map((signs) => signs.join('')),
  fc.constantFrom(
    '=HYPERLINK("https://evil.example","x")',
    '+1',
    '-1',
    '@SUM(A1)',
    "'=1",
    "''=1",
    "'",
    '\t=1',
    '\r=1',
    'sep=;',
  ),
);
/** No letter at all: what a program writes for one that it has lost. */
const LOST = '\uFFFD';
const cell = hostile.filter((text) => !text.includes('\0') && !text.includes(LOST));
const row = fc.tuple(cell, cell, cell).filter((cells) => cells.some((text) => text.trim() !== ''));

describe('a CSV file that we write', () => {
  it.each(SEPARATORS)('is read back unchanged, whatever it contains, with %j', (separator) => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
        const read = readText(Buffer.from(writeTable([HEADER, ...rows], separator)));
        const table = readTable('text' in read ? read.text : '', (title) => HEADER.includes(title));
        expect(table).toMatchObject({ header: HEADER });
        expect('rows' in table && table.rows.map(({ cells }) => cells)).toEqual(rows);
      }),
      { numRuns: 1_000 },
    );
  });

  it('contains no cell that runs as a formula', () => {
    fc.assert(
      fc.property(cell, (text) => {
        const written = writeTable([['a', text]])
          .slice('\uFEFFa,'.length)
          .replace(/^"/, '');
        expect(written).not.toMatch(/^[=+\-@\t]|^\r(?!\n$)/);
      }),
    );
  });

  it('has the byte order mark and the line ends that Excel expects', () => {
    expect(writeTable([HEADER, ['A', 'Été', 'yes']], ';')).toBe('\uFEFFshortname;name;open\r\nA;Été;yes\r\n');
  });
});
