import fc from 'fast-check';
import { foldKey, isEmail, oneLine, searchKey } from '../../src/core/text';

describe('a code or an e-mail address', () => {
  it('compares equal in any case and with any encoding of its accents', () => {
    expect(foldKey('  Été@Example.COM ')).toBe(foldKey('e\u0301te\u0301@example.com'));
  });

  it('folds to the same key when folded again', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(foldKey(foldKey(text))).toBe(foldKey(text))));
  });
});

describe('a search key', () => {
  it('ignores accents, case and extra spaces', () => {
    expect(searchKey('  ÉLODIE', 'Müller\t ')).toBe('elodie muller');
    expect(searchKey('ﬁn')).toBe('fin');
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

describe('an e-mail address', () => {
  it.each(['a@b.co', "o'neil+x@sub.example.com", 'été@exämple.fr', 'a.b-c_d@example.museum'])('is %s', (text) => {
    expect(isEmail(text)).toBe(true);
  });

  const wrong = ['', 'a', 'a@b', '@b.co', 'a@', 'a b@c.co', 'a@b c.co', 'a@@b.co', 'a@b.', 'a@b.co,c@d.co', '<a@b.co>'];

  it.each([...wrong, 'a@b.co\n', 'a\u0000@b.co', 'a\u0007b@c.co', `${'a'.repeat(250)}@b.co`])('is not %j', (text) => {
    expect(isEmail(text)).toBe(false);
  });
});
