import type { Element } from '../../../src/playground/blocks';
import { people } from '../../../src/playground/cast';
import type { Option } from '../../../src/playground/state';
import { names } from '../hostile-names';

/** Draws one of the values, as fast-check chooses. */
export type Draw = <T>(values: readonly T[]) => T;
/** Earnest people enter valid values, and get further; hostile ones enter anything. */
export type Mood = 'earnest' | 'hostile';

const PLAIN = ['Alice', 'A', '3', 'ACME', 'NEW-1', 'EXCEL-1', 'Europe/Paris', 'fr', '3y2m', 'EXCEL-%,WORD-1'];
const ODD = ['a\0b', ' ', '\n\n', '\u202E', 'zero\u200Bwidth', '%', '_', '\\', "'; drop table orders;--", 'null', '-1'];
const KEYS = ['__proto__', 'constructor', '{"a":1}', '=1+1', 'x'.repeat(3000), '👩‍🏫'.repeat(600), 'é\uD83C'];
export const WORDS = [...PLAIN, ...ODD, ...KEYS, ...Object.values(names)];
const ADDRESSES = [
  'a@example.com',
  'b@example.com',
  'É@example.com',
  'a`b*c_d~e&f@example.com',
  '<!here>@x.yz',
  '@',
  'a',
];
export const EMAILS = [...ADDRESSES, `${'x'.repeat(300)}@example.com`, "o'neil@example.com", 'a\0b@example.com'];
const NUMBERS = [
  '1',
  '2',
  '3',
  '7',
  '0',
  '-1',
  '1.5',
  '1e3',
  '1e309',
  '2147483648',
  '9007199254740993',
  '٣',
  '0x10',
  '',
];
const DAYS = ['2026-03-05', '2026-12-31', '2027-06-30', '0001-01-01', '9999-12-31', '2026-02-30', '1970-01-01'];
const TIMES = ['09:00', '00:00', '23:59', '25:61'];
const CHANNELS = ['C0ACME00001', 'C0GLOBEX001', 'C0GENERAL01', 'C0NOWHERE01', 'D0CLAIRE001'];
const USERS = [...people.map(({ userId }) => userId), 'U0NOBODY001', 'U0SEATSBOT1'];
const VALUES = ['B0000000001', 'GLOBEX', 'OKAPI', '1', '-1', 'a\0b', '', 'x'.repeat(150), '__proto__'];

export const FILES = [
  'shortname,name,open\nNEW-1,First new one,yes\nEXCEL-1,<!channel>,no\n',
  'shortname,name,open\n=1+1,@x,maybe\n',
  'code,name,channel,timezone\nACME,Acme,C0ACME00001,Europe/Paris\n\0,\0,\0,\0\n',
  '',
  'é;"\n"',
  `${'a,'.repeat(5000)}\n`,
];

const GOOD: Record<string, readonly unknown[]> = {
  plain_text_input: PLAIN,
  email_text_input: EMAILS.slice(0, 4),
  number_input: ['1', '2', '3', '7'],
  datepicker: [null, null, '2026-09-01', '2027-01-15', '2027-06-30'],
  timepicker: ['09:00', '17:30'],
  users_select: people.map(({ userId }) => userId),
  conversations_select: [null, ...CHANNELS.slice(0, 3)],
};

/** The value to enter in an element; for a list, mostly one of its options. */
export function valueFor(draw: Draw, mood: Mood, element: Element, offered: readonly Option[]): unknown {
  const good = mood === 'earnest' ? GOOD[element.type] : undefined;
  if (good) return draw(good);
  if (mood === 'earnest') return offered.length === 0 ? null : isMultiple(element) ? [draw(offered)] : draw(offered);
  return hostileValue(draw, element, offered);
}

function hostileValue(draw: Draw, element: Element, offered: readonly Option[]): unknown {
  switch (element.type) {
    case 'plain_text_input':
      // Not a trainee's address: as a customer's name it would be in the ledger, where `violations` looks for leaks.
      return fitting(draw, element, draw([...WORDS, 'nobody@trained.example']));
    case 'email_text_input':
      return draw(EMAILS);
    case 'number_input':
      return draw(NUMBERS);
    case 'datepicker':
      return draw([null, ...DAYS]);
    case 'timepicker':
      return draw(TIMES);
    case 'users_select':
      return draw([null, ...USERS]);
    case 'conversations_select':
      return draw([null, ...CHANNELS]);
    default:
      return isMultiple(element) ? several(draw, offered) : anOption(draw, offered);
  }
}

/** Slack's form limits the length; forged requests do not. */
function fitting(draw: Draw, { max_length = 3000 }: Element, text: string): string | null {
  return draw([null, text, text, text.slice(0, Number(max_length)), text.slice(0, Number(max_length))]);
}

function anOption(draw: Draw, offered: readonly Option[]): Option | null {
  const isForged = draw([true, ...Array(19).fill(false)]);
  const forged = { text: { type: 'plain_text', text: 'Forged' }, value: draw(VALUES) };
  return isForged ? forged : offered.length === 0 ? null : draw(offered);
}

function several(draw: Draw, offered: readonly Option[]): Option[] {
  const chosen = [1, 2, 3].slice(0, draw([0, 1, 2, 3])).map(() => anOption(draw, offered));
  return [...new Set(chosen.filter((one) => one !== null))];
}

function isMultiple({ type }: Element): boolean {
  return type === 'checkboxes' || type.startsWith('multi_');
}
