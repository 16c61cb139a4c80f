import type { Person } from '../../src/playground/person';
import { screenDatabases, type TestDatabase } from '../support/databases';
import { found } from '../support/found';
import { names, rename } from '../support/hostile-names';
import { type Office, openOffice } from '../support/office';
import { MORNING } from '../support/people';

describe.each(screenDatabases)('products, on $name, with', ({ open }) => {
  let database: TestDatabase;
  let office: Office;
  let ada: Person;

  beforeAll(async () => {
    database = await open();
    office = await openOffice(database.db, { now: () => MORNING });
    ada = office.workspace.person('ada');
  });

  afterAll(async () => {
    await office?.close();
    await database?.close();
  });

  afterEach(async () => {
    if (ada.modal) await ada.closes({ all: true });
  });

  /** Ignores a refresh of the list below that arrives after the person has closed everything. */
  const failures = () => office.workspace.failures.filter(({ text }) => !text.endsWith('views.update: not_found'));

  it.each(Object.entries(names))('%s in name and description are stored and shown unchanged', async (_, name) => {
    const shown = name.slice(0, 40);
    await rename(database, name);
    await ada.runs(`/seats products ${name}`);
    await ada.closes();
    await ada.runs('/seats products excel-seat');
    expect(ada.screen()).toContain(shown);
    await ada.clicks('Open', { value: 'EXCEL-SEAT' });
    await ada.clicks('Edit');
    await ada.chooses('courses', 'EXCEL-1');
    await ada.submits({ description: name.slice(0, 500), patterns: 'EXCEL-%' });
    expect(ada.errors).toEqual({});
    expect((await found(database.db('products').where({ code: 'EXCEL-SEAT' }).first())).name).toBe(name.trim());
    await ada.clicks('Check again');
    await ada.clicks('Archive');
    await ada.clicks('Restore');
    await ada.clicks('Paste parameters');
    await ada.submits({ parameters: name });
    expect(ada.errors.parameters).toBeTruthy();
    await ada.submits({ parameters: 'courselist=EXCEL-1' });
    await ada.submits();
    await ada.clicks('Copy parameters');
    expect(ada.modal?.state.values.parameters?.parameters?.value).toBe('courselist=EXCEL-1');
    await ada.closes({ all: true });
    expect(failures()).toEqual([]);
    expect(office.workspace.warnings).toEqual([]);
  });

  it('far too many courses are still shown and opened', async () => {
    const { db } = database;
    const courses = Array.from({ length: 400 }, (_, index) => ({ pattern: `C-${index}`, pattern_key: `c-${index}` }));
    const { id } = await found(db('products').where({ code: 'ANY-SEAT' }).first());
    await db.batchInsert(
      'product_courses',
      courses.map((course, position) => ({ ...course, product_id: id, position })),
      100,
    );
    await ada.runs('/seats products any-seat');
    await ada.clicks('Open', { value: 'ANY-SEAT' });
    expect(ada.screen()).toContain('and 383 more\n');
    await ada.clicks('Copy parameters');
    await ada.closes();
    await ada.clicks('Edit');
    expect(ada.screen()).toContain('Edit product');
    await ada.closes({ all: true });
    expect(failures()).toEqual([]);
  });
});
