import fc from 'fast-check';
import { emailKey, isEmail } from '../../src/core/email';
import { UNSEEN } from '../support/unseen';

const { 'a control character': control, ...PASTED } = UNSEEN;
const JANE = 'jane.doe@example.com';

describe('an e-mail address', () => {
  it.each(Object.entries(PASTED))('is the same with %s in it, before it and after it', (_, unseen) => {
    for (const text of [
      `jane${unseen}.doe@example.com`,
      `${unseen}${JANE}`,
      `${JANE}${unseen}`,
      `jane.doe@${unseen}example.com`,
    ])
      expect(emailKey(text)).toBe(JANE);
  });

  it.each([
    'mailto:jane.doe@example.com',
    'mailto://jane.doe@example.com',
    'MAILTO:Jane.Doe@example.com?subject=Seats',
    '<mailto:jane.doe@example.com|jane.doe@example.com>',
    '<jane.doe@example.com>',
    'Jane Doe <jane.doe@example.com>',
    '"Doe, Jane" <jane.doe@example.com>',
    "'jane.doe@example.com'",
    '"jane.doe@example.com"',
    '`jane.doe@example.com`',
    '«\u00A0jane.doe@example.com\u00A0»',
    '“jane.doe@example.com”',
    '„jane.doe@example.com“',
    '(jane.doe@example.com)',
    '[jane.doe@example.com]',
    '{jane.doe@example.com}',
    '（jane.doe@example.com）',
    '("mailto:jane.doe@example.com")',
    "'jane.doe@example.com",
    'jane.doe@example.com;',
    'jane.doe@example.com,',
    'jane.doe@example.com.',
    'jane.doe＠example.com',
    'ｊａｎｅ.doe@example.com',
    'jane．doe@example．com',
    ' jane.doe@example.com\u00A0',
    'jane%2edoe@example.com',
    'jane.doe%40example.com',
    'jane%252Edoe@example.com',
    'mailto:jane%2Edoe@example.com',
    'jane.doe@example.com (Jane)',
    'jane.doe@example.com(Jane Doe)',
  ])('is the same when pasted as %s', (text) => expect(emailKey(text)).toBe(JANE));

  it.each([
    ['jane%2Bseats@example.com', 'mailto:jane%2Bseats@example.com', 'jane+seats@example.com'],
    ['an apostrophe of a word processor', 'pat.o’neil@example.com', "pat.o'neil@example.com"],
    ['a hyphen of a word processor', 'jean‑luc@example.com', 'jean-luc@example.com'],
    ['a domain in letters of its language', 'jane@exämple.fr', 'jane@xn--exmple-cua.fr'],
  ])('reads %s', (_, text, key) => expect(emailKey(text)).toBe(key));

  it('is none with a control character in it', () => {
    expect(isEmail(emailKey(`jane${control}.doe@example.com`))).toBe(false);
    expect(isEmail(emailKey('jane%0a.doe@example.com'))).toBe(false);
    expect(emailKey(`${JANE}\r\n`)).toBe(JANE);
  });

  it('keeps what is part of it', () => {
    for (const text of [
      "o'neil+x@sub.example.com",
      '_jane@example.com',
      'a%b@example.com',
      'a%zz@example.com',
      'a`b*c_d~e&f@example.com',
      'été@example.com',
    ])
      expect(emailKey(text)).toBe(text);
  });

  it('has the same key when read again', () => {
    const address = fc.tuple(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(address, ([local, domain]) => {
        const key = emailKey(`${local}@${domain}`);
        expect(emailKey(key)).toBe(key);
      }),
    );
  });

  it.each([
    'a@b.co',
    "o'neil+x@sub.example.com",
    'été@example.fr',
    'a.b-c_d@example.museum',
    `${'a'.repeat(64)}@example.com`,
    'a@xn--exmple-cua.xn--p1ai',
  ])('can be %s', (text) => expect(isEmail(text)).toBe(true));

  const long = `${'d'.repeat(60)}.`.repeat(4);

  it.each(
    [
      ['', 'a', 'a@b', '@b.co', 'a@', 'a b@c.co', 'a@b c.co', 'a@@b.co', 'a@b.', 'a@b.co,c@d.co', '<a@b.co>'],
      ['.a@b.co', 'a.@b.co', 'a..b@c.co', 'a@.b.co', 'a@b..co', 'a@-b.co', 'a@b-.co', 'a@b_c.co'],
      ['a@b.c', 'a@b.1', 'a@10.0.0.1', 'a@[10.0.0.1]', 'a@localhost', 'a@exämple.fr', '"a b"@c.co', 'a(b)@c.co'],
      [`${'a'.repeat(65)}@b.co`, `${'é'.repeat(33)}@b.co`, `a@${'b'.repeat(64)}.co`, `aaaaaaaaaaa@${long}co`],
      ['a@xn--a.com', 'a@b.co (x) y'],
      ['a@b.co\n', 'a\u0000@b.co', 'a\u200B@b.co'],
    ].flat(),
  )('can be no %j', (text) => expect(isEmail(text)).toBe(false));
});
