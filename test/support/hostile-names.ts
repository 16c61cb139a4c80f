import type { Person } from '../../src/playground/person';
import type { TestDatabase } from './databases';
import { fill, type Office } from './office';

const GLOBEX = 'C0GLOBEX001';
const PEOPLE = /<@U0SONIA0001>|<@U0GUS000001>|<#C0GLOBEX001>/g;

export const names = {
  'a call to everybody': '<!channel> <!here> <https://evil.example|click> <@U0NOAH00001>',
  'the signs of markup': `&<>"' &amp; &lt;b&gt; Fish & Chips`,
  'code fences': '```rm``` and `code`',
  'stars and lines': '*bold* _italic_ ~gone~ > quoted',
  'emoji and their names': '🎓👩‍🏫 :tada: :smile:',
  'three thousand letters': `The one of ${'🎓é '.repeat(748)}`,
  'right-to-left letters': 'שלום \u202Edlrow مرحبا',
  'words of our own templates': '{{customer}} $t(home.title) {{count, number}}',
};

/** Gives this name to Globex, its products and its courses. */
export async function rename({ db }: TestDatabase, name: string): Promise<void> {
  const customers = [{ code: 'GLOBEX', name, channel: GLOBEX, timezone: 'America/New_York' }];
  const products = [{ code: 'EXCEL-SEAT', name, courses: ['EXCEL-%'] }];
  const courses = ['EXCEL-1', 'EXCEL-2'].map((shortname) => ({ shortname, name }));
  await fill(db, JSON.stringify({ courses, products, customers }));
}

/** Text that Slack parses as markup must contain no mentions and no links but our own. */
export function expectNoMarkup({ workspace }: Office, people: Person[]): void {
  const seen = people.flatMap(({ state }) => [...Object.values(state.messages).flat(), ...state.modals]);
  const texts = [...workspace.calls.map(({ body }) => body), ...seen].flatMap(markupIn);
  expect(texts.length).toBeGreaterThan(3);
  for (const text of texts) {
    expect(text.replaceAll(PEOPLE, '')).not.toMatch(/[<>]/);
  }
}

/** The texts of messages and of `mrkdwn` elements, at any depth. */
function markupIn(value: unknown): string[] {
  if (typeof value === 'string' && /^[[{]/.test(value)) return tried(value);
  if (Array.isArray(value)) return value.flatMap(markupIn);
  if (!value || typeof value !== 'object') return [];
  const { type, text } = value as { type?: string; text?: unknown };
  const own = typeof text === 'string' && type !== 'plain_text' ? [text] : [];
  return [...own, ...Object.values(value).flatMap(markupIn)];
}

function tried(json: string): string[] {
  try {
    return markupIn(JSON.parse(json));
  } catch {
    return [];
  }
}

export function times(screen: string, text: string): number {
  return screen.split(text).length - 1;
}
