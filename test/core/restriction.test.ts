import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { allows, restriction } from '../../src/core/restriction';

const good: [string, string][] = [
  ['EXCEL-1', 'excel-1'],
  ['EXCEL-%', 'EXCEL-1'],
  ['EXCEL-%', 'Excel-'],
  ['EXCEL-_', 'EXCEL-9'],
  ['%', 'anything at all'],
  ['%-1', 'WORD-1'],
  ['W%1', 'WORD-1'],
  ['W__D-1', 'WORD-1'],
  ['C++ (1.0)', 'C++ (1.0)'],
  ['[a]*', '[a]*'],
  ['É-%', 'é-1'],
  ['_', '🎓'],
];
const notGood: [string, string][] = [
  ['EXCEL-1', 'EXCEL-10'],
  ['EXCEL-1', 'XEXCEL-1'],
  ['EXCEL-_', 'EXCEL-'],
  ['EXCEL-_', 'EXCEL-10'],
  ['EXCEL-%', 'WORD-EXCEL-1'],
  ['A.C', 'ABC'],
  ['A*', 'AAA'],
  ['', 'EXCEL-1'],
];

describe('a course restriction', () => {
  it.each(good)('%s is good for %s', (pattern, shortname) => {
    expect(allows([pattern], { shortname })).toBe(true);
    expect(allows(['NO-SUCH', pattern], { shortname })).toBe(true);
  });

  it.each(notGood)('%j is not good for %s', (pattern, shortname) => {
    expect(allows([pattern], { shortname })).toBe(false);
  });

  it('that is empty is good for every course', () => {
    fc.assert(fc.property(fc.string(), (shortname) => expect(allows([], { shortname })).toBe(true)));
  });

  it('without signs is good for that course alone, whatever letters it is written in', () => {
    const plain = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => text.trim() !== '' && !/[%_\\]/.test(text));
    fc.assert(
      fc.property(plain, (shortname) => {
        expect(allows([shortname], { shortname })).toBe(true);
        expect(allows([shortname], { shortname: `${shortname}!` })).toBe(false);
      }),
    );
  });

  it('is decided without trying every way there is, however many signs it holds', () => {
    const decide = () => allows(['%a'.repeat(10)], { shortname: `${'a'.repeat(60)}b` });
    // A search of every way would last for hours; this is the only means to interrupt one.
    expect(runInNewContext('decide()', { decide }, { timeout: 2_000 })).toBe(false);
  });

  it('keeps each pattern once and no blanks', () => {
    expect(restriction([' EXCEL-% ', 'excel-%', '', '  ', 'RGPD'])).toEqual(['excel-%', 'RGPD']);
  });
});
