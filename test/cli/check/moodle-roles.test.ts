import { checkMoodle } from '../../../src/cli/check/moodle-rights/check-moodle';
import { readConfig } from '../../../src/config';
import { serveMoodle } from '../../../src/playground/moodle/serve-moodle';
import { screenDatabases, type TestDatabase } from '../../support/databases';
import { furnishedMoodle } from '../../support/moodle-town';
import { fill } from '../../support/office';
import { assigns, sells } from '../../support/people';

const SHOP = `
products: [{ code: TUTORS, name: Tutors, pack_size: 1, role: editingteacher, supervisor_role: teacher, courses: [EXCEL-%] }]`;

describe.each(screenDatabases)('the roles that Moodle is checked for, on $name', ({ open }) => {
  let database: TestDatabase;
  let served: Awaited<ReturnType<typeof serveMoodle>>;
  let token: string;

  beforeAll(async () => {
    database = await open();
    const site = furnishedMoodle();
    token = site.token;
    served = await serveMoodle(site);
  });
  afterAll(async () => {
    await served?.stop();
    await database?.close();
  });

  async function toMend(settings = {}) {
    const config = readConfig({ MOODLE_URL: served.url, MOODLE_TOKEN: token, ...settings });
    const lines = await checkMoodle(config, database.db);
    return lines.filter(({ ok }) => !ok).map(({ text }) => text);
  }

  it('include the roles of unassigned seats whose product is archived', async () => {
    expect(await toMend()).toEqual([]);
    expect(await toMend({ MOODLE_ROLES: 'teacher=4' })).toEqual([]);
    await fill(database.db);
    await fill(database.db, SHOP);
    await sells(database.db, { product: 'TUTORS' });
    await database.db('products').update({ archived_at: '2026-03-02T09:00:00.000Z' });
    const refused = expect.stringMatching(/^Role editingteacher \(3\): may not be assigned/);
    expect(await toMend()).toEqual([refused]);
    expect(await toMend({ MOODLE_ROLES: 'teacher=4' })).toEqual([
      'MOODLE_ROLES: editingteacher is in use; add it, with its number there',
    ]);
    await assigns(database.db);
    expect(await toMend()).toEqual([]);
  });
});
