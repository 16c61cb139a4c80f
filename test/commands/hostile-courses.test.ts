import { oneLine } from '../../src/core/text';
import { writeTable } from '../../src/features/imports/files/csv-write';
import type { Person } from '../../src/playground/person';
import { screenDatabases, type TestDatabase } from '../support/databases';
import { names } from '../support/hostile-names';
import { type Office, openOffice } from '../support/office';
import { courseButton } from '../support/shown-course';

const PATIENCE = 15_000;

describe.each(screenDatabases)('courses with hostile names, on $name', ({ open }) => {
  let database: TestDatabase;
  let office: Office;
  let ada: Person;

  beforeAll(async () => {
    database = await open();
    office = await openOffice(database.db);
    ada = office.workspace.person('ada');
  });

  afterAll(async () => {
    await office?.close();
    await database?.close();
  });

  it.each(Object.entries(names))('are shown, listed and imported unchanged: %s', async (_what, name) => {
    if (ada.modal) await ada.closes({ all: true });
    const rows = [19, 20, 21].map((index) => [`HOSTILE-${index}`, `${name} ${index}`, 'yes']);
    await ada.runs('/seats import');
    await ada.uploads('file', { name: 'hostile.csv', content: writeTable([['shortname', 'name', 'open'], ...rows]) });
    await ada.submits();
    expect(await ada.finds('Row 4: ', PATIENCE)).toBe(true);
    await ada.submits();
    expect(ada.screen()).toContain('Imported: 3 ');
    const saved = await database.db('courses').where('shortname', 'like', 'HOSTILE-%').orderBy('shortname');
    expect(saved.map((course) => course.name)).toEqual(rows.map(([, course = '']) => oneLine(course)));
    await ada.clicks('Courses');
    await ada.submits({ search: 'hostile' });
    expect(ada.screen()).toContain('3 courses');
    await ada.clicks('Hide', { value: await courseButton(database.db, 'HOSTILE-20') });
    expect(ada.screen()).toContain('HOSTILE-20 · hidden');
    expect(office.workspace.failures).toEqual([]);
    // All plain text, which Slack shows unchanged.
    expect(JSON.stringify(ada.modals)).not.toContain('mrkdwn');
  });
});
