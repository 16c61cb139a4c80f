import fc from 'fast-check';
import { SYSTEM } from '../../../src/core/person';
import { searchKey, searchWords } from '../../../src/core/text';
import { findTrainees } from '../../../src/features/assignments/find-trainees';
import { listAssigned } from '../../../src/features/assignments/lists/list-assigned';
import { type ListMark, parseMark } from '../../../src/features/assignments/lists/list-mark';
import { eachDatabase, type TestDatabase } from '../../support/databases';
import { found } from '../../support/found';
import { hasManyTrainees, MANY } from '../../support/long-list';
import { fill } from '../../support/office';
import { MORNING } from '../../support/people';

/** Searches that find few, very many, or nobody; also with letters that databases treat as wildcards. */
const TYPED = [
  'person1234@',
  'ada lov',
  'lovelace ada',
  'lukasik',
  'ŁUKASIK',
  'oneil person77',
  'edith cruz 1',
  '100%',
];
const ALSO_TYPED = [
  'under_score xiu',
  'e_s',
  '1%1',
  'zyxwv',
  'ada zyxwv',
  'person2',
  'example',
  '"ada',
  'a*',
  'ng',
  'wu',
  'li',
];

describe.each(eachDatabase)('a customer with a long list, on $name', ({ open }) => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await open();
    await fill(database.db);
    await hasManyTrainees(database.db);
  });

  afterAll(() => database?.close());

  const list = async (mark: ListMark, search = '') =>
    found(listAssigned(database.db, { customer: 'ACME', search, ...mark }, SYSTEM, MORNING));

  it('is paged from the first to the last seat and back, each shown once, by name', async () => {
    const there = [await list({ page: 0 })];
    for (let last = there[0]; last && last.page < last.pages - 1; last = there.at(-1)) {
      there.push(await list({ page: last.page + 1, place: last.ends?.after }));
    }
    const names = there.flatMap(({ seats }) => seats.map(({ trainee }) => trainee));
    expect(new Set(names.map(({ email }) => email)).size).toBe(MANY);
    const sorted = await database.db('trainees').orderBy(['last_name', 'first_name', 'id']).pluck('id');
    expect(names.map(({ id }) => id)).toEqual(sorted.filter((id) => id <= MANY));
    const back = [await list({ page: 1_000 })];
    for (let first = back[0]; first && first.page > 0; first = back[0]) {
      back.unshift(await list({ page: first.page - 1, place: first.ends?.before }));
    }
    expect(back.map(({ seats }) => seats)).toEqual(there.map(({ seats }) => seats));
  });

  it('shows any page by its number alone', async () => {
    const at = await list({ page: 30 });
    const before = await list({ page: 29 });
    expect(await list({ page: 30, place: before.ends?.after })).toEqual(at);
    const nearEnd = await list({ page: 100 });
    expect(await list({ page: 100, place: (await list({ page: 99 })).ends?.after })).toEqual(nearEnd);
  });

  it('shows a page by its number when the place is unknown, or another customer’s', async () => {
    await database.db('trainees').insert({
      ...{ id: 9_999, customer_id: 2, first_name: 'Zoe', last_name: 'Globex' },
      ...{ email: 'zoe@example.com', search_key: 'zoe globex zoe@example.com' },
    });
    const at = await list({ page: 5 });
    for (const trainee of [9_999, 999_999_999]) {
      expect(await list({ page: 5, place: { side: 'after', trainee, course: 1 } })).toEqual(at);
    }
    expect(parseMark('NaN')).toEqual({ page: 0 });
    expect(parseMark('3 after 1')).toEqual({ page: 0 });
    expect(parseMark('3 beside 1/2')).toEqual({ page: 0 });
  });

  it.each([...TYPED, ...ALSO_TYPED])('finds by %s whom a reading of every name finds', async (typed) => {
    const everyone = (await matches(typed)).map(({ id }) => id);
    const trainees = (await findTrainees(database.db, { customer: 'ACME' }, typed, SYSTEM)).map(({ id }) => id);
    expect(trainees).toHaveLength(Math.min(99, everyone.length));
    expect(everyone).toEqual(expect.arrayContaining(trainees));
    if (everyone.length < 99) expect(trainees).toEqual(everyone);
    const seated = everyone.filter((id) => id <= MANY);
    const first = await list({ page: 0 }, typed);
    expect(first).toMatchObject({ total: Math.min(200, seated.length), isCut: seated.length > 200 });
    if (!first.isCut) {
      const pages = await Promise.all(Array.from({ length: first.pages }, (_, page) => list({ page }, typed)));
      expect(pages.flatMap(({ seats }) => seats.map(({ trainee }) => trainee.id))).toEqual(seated);
    }
  });

  it('finds parts of names and addresses chosen at random', async () => {
    const keys = await database.db('trainees').where({ customer_id: 1 }).pluck('search_key');
    const part = fc
      .tuple(fc.constantFrom(...keys), fc.nat(30), fc.integer({ min: 3, max: 12 }))
      .map(([key, from, length]) => key.slice(from, from + length).trim())
      .filter((typed) => searchWords(typed).some((word) => word.length > 2));
    await fc.assert(
      fc.asyncProperty(part, async (typed) => {
        const everyone = (await matches(typed)).map(({ id }) => id);
        const trainees = (await findTrainees(database.db, { customer: 'ACME' }, typed, SYSTEM)).map(({ id }) => id);
        expect(everyone).toEqual(expect.arrayContaining(trainees));
        if (everyone.length < 99) expect(trainees).toEqual(everyone);
        else expect(trainees).toHaveLength(99);
      }),
      { numRuns: 60 },
    );
  });

  it('finds people under their new name only', async () => {
    const { db } = database;
    const search = async (typed: string) => (await findTrainees(db, { customer: 'ACME' }, typed, SYSTEM)).length;
    expect(await search('person2222@')).toBe(1);
    await db('trainees')
      .where({ email: 'person2222@example.com' })
      .update({ last_name: 'Zzyzx', search_key: 'ada zzyzx moved@example.com' });
    expect(await search('person2222@')).toBe(0);
    expect(await search('zzyzx moved')).toBe(1);
    await db('trainees').insert({
      ...{ customer_id: 1, first_name: 'Quentin', last_name: 'Zzyzx', email: 'quentin@example.com' },
      search_key: searchKey('Quentin', 'Zzyzx', 'quentin@example.com'),
    });
    expect(await search('zzyzx')).toBe(2);
    await db('trainees').where({ email: 'quentin@example.com' }).delete();
    expect(await search('zzyzx')).toBe(1);
  });

  it('takes names as long as any', async () => {
    const { db } = database;
    const name = Array.from({ length: 4_000 }, (_, index) => String.fromCharCode(97 + ((index * index) % 26))).join('');
    await db('trainees').insert({
      ...{ customer_id: 1, first_name: name, last_name: name, email: 'long@example.com' },
      search_key: searchKey(name, name, 'long@example.com'),
    });
    expect(await findTrainees(db, { customer: 'ACME' }, 'long@example', SYSTEM)).toHaveLength(1);
  });

  /** Acme's trainees whose letters contain every word, by name. */
  async function matches(typed: string) {
    const words = searchWords(typed);
    const all = await database.db('trainees').where({ customer_id: 1 }).orderBy(['last_name', 'first_name', 'id']);
    return all.filter(({ search_key: key }) => words.every((word) => key.includes(word)));
  }
});
