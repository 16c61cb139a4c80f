import fc from 'fast-check';
import { type PhpValue, phpForm } from '../../src/moodle/php-form';

const key = fc.string({ unit: fc.constantFrom(...'abcé_ 0=&%+'), minLength: 1, maxLength: 5 }).filter(isPlainKey);
const text = fc.string({ unit: 'grapheme', maxLength: 10 });
const { value } = fc.letrec<{ value: PhpValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.integer().map(String),
    fc.array(tie('value'), { minLength: 1, maxLength: 4 }),
    fc.dictionary(key, tie('value'), { minKeys: 1, maxKeys: 4 }),
  ),
}));
const form = fc.dictionary(key, value);

describe('a form as PHP reads it', () => {
  it('is written as Moodle accepts it', () => {
    const enrolments = [{ roleid: 5, userid: 16, courseid: 2, timestart: 0, timeend: 1900000000 }];
    expect(decodeURIComponent(phpForm({ enrolments }).toString())).toBe(
      'enrolments[0][roleid]=5&enrolments[0][userid]=16&enrolments[0][courseid]=2&enrolments[0][timestart]=0&enrolments[0][timeend]=1900000000',
    );
    expect(phpForm({ field: 'email', values: ['jean+slack@example.com'] }).toString()).toBe(
      'field=email&values%5B0%5D=jean%2Bslack%40example.com',
    );
  });

  it('is read back unchanged', () => {
    fc.assert(
      fc.property(form, (said) => {
        expect(readForm(phpForm(said).toString())).toEqual(listsToo(said));
      }),
    );
  });
});

/** PHP has one kind of array: a list is an array with numeric keys. */
type Read = string | { [key: string]: Read };

function readForm(body: string): Read {
  const result: { [key: string]: Read } = {};
  for (const [name, text] of new URLSearchParams(body)) put(result, name.replaceAll(']', '').split('['), text);
  return result;
}

function put(into: { [key: string]: Read }, [key = '', ...inner]: string[], text: string): void {
  if (inner.length === 0) {
    into[key] = text;
    return;
  }
  const held = into[key] ?? {};
  if (typeof held === 'string') throw new Error(`${key} is a text and a list`);
  put(held, inner, text);
  into[key] = held;
}

function listsToo(value: PhpValue): Read {
  if (typeof value !== 'object') return String(value);
  return Object.fromEntries(Object.entries(value).map(([inner, one]) => [inner, listsToo(one)]));
}

function isPlainKey(text: string): boolean {
  return text.trim() === text;
}
