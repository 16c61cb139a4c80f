import fc from 'fast-check';
import { foldKey, oneLine, searchKey } from '../../src/core/text';
import { hasVisible } from '../../src/core/visible';
import { UNSEEN } from '../support/unseen';

describe('a code or a short name', () => {
  it('compares equal in any case and with any encoding of its accents', () => {
    expect(foldKey('  Été@Example.COM ')).toBe(foldKey('e\u0301te\u0301@example.com'));
  });

  it.each(Object.entries(UNSEEN))('compares equal with %s in it', (_, unseen) => {
    for (const text of [`EXCEL${unseen}-1`, `${unseen}EXCEL-1`, `EXCEL-1${unseen}`])
      expect(foldKey(text)).toBe('excel-1');
  });

  it.each([
    'ＥＸＣＥＬ－１',
    'EXCEL‑1',
    'EXCEL–1',
    '"EXCEL-1"',
    '(EXCEL-1)',
    '<http://excel-1.io|EXCEL-1>',
    '« EXCEL-1 »',
  ])('compares equal when pasted as %s', (text) => expect(foldKey(text)).toBe('excel-1'));

  it.each([
    ['EXCEL_1', 'excel_1'],
    ['EXCEL (2026)', 'excel (2026)'],
    ['(old) EXCEL', '(old) excel'],
    ['(A) and (B)', '(a) and (b)'],
    ['Straße', 'straße'],
    ['()', '()'],
  ])('keeps what people see of %s', (text, key) => expect(foldKey(text)).toBe(key));

  it('folds to the same key when folded again', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(foldKey(foldKey(text))).toBe(foldKey(text))));
  });
});

describe('a search key', () => {
  it('ignores accents, case and extra spaces', () => {
    expect(searchKey('  ÉLODIE', 'Müller\t ')).toBe('elodie muller');
    expect(searchKey('ﬁn')).toBe('fin');
  });

  it.each([
    ['lukasz', 'Łukasz'],
    ['soren', 'Søren'],
    ['dang', 'Đặng'],
    ['strauss', 'Strauß'],
    ['strauss', 'STRAUẞ'],
    ['oeuvrard', 'Œuvrard'],
    ['isil', 'Işıl'],
    ['isil', 'IŞIL'],
    ['istanbul', 'İstanbul'],
    ['laerke', 'Lærke'],
    ['thora gudrun', 'Þóra Guðrún'],
    ['ghajn', 'Għajn'],
    ['annel', 'Áŋŋel'],
    ['pat oneil', 'Pat O’Neil'],
    ['pat oneil', "Pat O'Neil"],
    ['kaiulani', 'Kaʻiulani'],
    ['jean-luc', 'Jean‑Luc'],
    ['amelie', 'Ame\u00ADlie'],
    ['οδυσσευσ', 'ΟΔΥΣΣΕΥΣ'],
  ])('is %s for %s', (key, name) => expect(searchKey(name)).toBe(key));

  it('is the same when folded again', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(fc.property(text, (name) => expect(searchKey(searchKey(name))).toBe(searchKey(name))));
  });

  it('keeps non-Latin scripts', () => expect(searchKey('Анна 田中 שלום')).toBe('анна 田中 שלום'));
});

describe('a one-line name', () => {
  it('has no line breaks and no control characters', () => {
    expect(oneLine(' Anna\r\n\tMaria\u0000\u0007 Bell ')).toBe('Anna Maria Bell');
    const text = fc.string({ unit: 'binary' });
    fc.assert(fc.property(text, (name) => expect(oneLine(name)).not.toMatch(/[\n\r\t\p{Cc}]|^\s|\s$| {2}/u)));
  });
});

describe('a name', () => {
  it.each(Object.entries(UNSEEN))('is missing when there is nothing in it but %s', (_, unseen) => {
    expect(oneLine(` ${unseen}${unseen}`)).toBe('');
    expect(hasVisible(`${unseen}\u0301`)).toBe(false);
  });

  it.each(['Al', '田', '🎓', '👩‍🏫', 'نیم‌فاصله', '1', '-'])('can be %s', (name) => expect(oneLine(name)).toBe(name));
});
