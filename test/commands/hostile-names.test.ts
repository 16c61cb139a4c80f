import type { Person } from '../../src/playground/person';
import { eachDatabase, type TestDatabase } from '../support/databases';
import { fill, type Office, openOffice } from '../support/office';
import { eventually } from '../support/time';

const GLOBEX = 'C0GLOBEX001';
const names = {
  'a call to everybody': '<!channel> <!here> <https://evil.example|click> <@U0NOAH00001>',
  'the signs of markup': `&<>"' &amp; &lt;b&gt; Fish & Chips`,
  'code fences': '```rm``` and `code`',
  'stars and lines': '*bold* _italic_ ~gone~ > quoted',
  'emoji and their names': '🎓👩‍🏫 :tada: :smile:',
  'three thousand letters': `The one of ${'🎓é '.repeat(748)}`,
  'right-to-left letters': 'שלום \u202Edlrow مرحبا',
  'words of our own templates': '{{customer}} $t(home.title) {{count, number}}',
};

describe.each(eachDatabase)('customers, products, courses and trainees, on $name, called by', ({ open }) => {
  let database: TestDatabase;
  let office: Office;
  let sonia: Person;
  let gus: Person;

  beforeEach(async () => {
    database = await open();
    office = await openOffice(database.db);
    [sonia, gus] = [office.workspace.person('sonia'), office.workspace.person('gus')];
  });

  afterEach(async () => {
    await office?.close();
    await database?.close();
  });

  it.each(Object.entries(names))('%s are shown as they are', async (_, name) => {
    const shown = name.slice(0, 40);
    await rename(database, name);
    await sonia.runs('/seats generate');
    expect((await sonia.types('customer', 'GLOBEX')).map(({ text }) => text.text.slice(0, 40))).toEqual([shown]);
    await sonia.chooses('product', 'EXCEL-SEAT');
    await sonia.submits({ customer: 'GLOBEX', product: 'EXCEL-SEAT', quantity: '3', reference: name.slice(0, 200) });
    expect(sonia.screen()).toMatch(/order B0000000001/);
    expect(times(sonia.screen(), shown)).toBeGreaterThanOrEqual(3);
    await sonia.closes();
    await eventually('the channel shows the order', () => gus.sees('order B0000000001'));
    expect(times(gus.screen(), shown)).toBe(2);

    await gus.clicks('Assign a seat', { channel: GLOBEX });
    const trainee = { first_name: name.slice(0, 100), last_name: name.slice(0, 100), email: 'a`b*c_d~e&f@example.com' };
    await gus.submits({ trainee: 'new', ...trainee, course: 'EXCEL-1' });
    expect(gus.screen()).toMatch(/Seat S-[0-9A-Z]{6}/);
    expect(gus.sees('a`b*c_d~e&f@example.com')).toBe(true);
    await gus.clicks('See seats');
    expect(times(gus.modal ? gus.screen() : '', shown)).toBeGreaterThanOrEqual(2);
    await gus.clicks('See references');
    expect(gus.screen()).toContain(name.slice(0, 20));
    await gus.clicks('Assign a seat');
    expect((await gus.types('trainee', 'a`b')).map(({ description }) => description?.text)).toContain(trainee.email);
    expect((await gus.types('pool', '')).at(-1)?.text.text).toContain(shown.slice(0, 30));

    await sonia.runs(`/seats assign ${trainee.email} EXCEL-2`, GLOBEX);
    expect(sonia.screen()).toMatch(/\(only visible to you\): [\s\S]*\nSeat S-/);
    await sonia.runs(`/seats ${name}`);
    await cancelsWithReason(sonia, name);
    expect(office.workspace.failures).toEqual([]);
    expect(office.workspace.warnings).toEqual([]);
    expectNoMarkup(office, [sonia, gus]);
  });
});

async function rename({ db }: TestDatabase, name: string): Promise<void> {
  const customers = [{ code: 'GLOBEX', name, channel: GLOBEX, timezone: 'America/New_York' }];
  const products = [{ code: 'EXCEL-SEAT', name, courses: ['EXCEL-%'] }];
  const courses = ['EXCEL-1', 'EXCEL-2'].map((shortname) => ({ shortname, name }));
  await fill(db, JSON.stringify({ courses, products, customers }));
}

async function cancelsWithReason(sonia: Person, reason: string): Promise<void> {
  await sonia.runs('/seats generate');
  await sonia.submits({ customer: 'GLOBEX', product: 'EXCEL-SEAT', quantity: '2' });
  await sonia.clicks('Cancel this order');
  await sonia.submits({ reason: reason.slice(0, 500) });
  expect(sonia.screen()).toContain('Order B0000000002 is cancelled');
}

/** Whatever Slack reads as markup holds no mention and no link but ours. */
function expectNoMarkup({ workspace }: Office, people: Person[]): void {
  const seen = people.flatMap(({ state }) => [...Object.values(state.messages).flat(), ...state.modals]);
  const texts = [...workspace.calls.map(({ body }) => body), ...seen].flatMap(markupIn);
  expect(texts.length).toBeGreaterThan(3);
  for (const text of texts) {
    expect(text.replaceAll(/<@U0SONIA0001>|<#C0GLOBEX001>/g, '')).not.toMatch(/[<>]/);
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

function times(screen: string, text: string): number {
  return screen.split(text).length - 1;
}
