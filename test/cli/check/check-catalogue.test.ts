import { seats } from '../../support/command-line';
import { screenDatabases, type TestDatabase } from '../../support/databases';
import { fill } from '../../support/office';

const WELL = `
courses: [{ shortname: EXCEL-1, name: Excel basics }, { shortname: OLD, name: Old, open: false }]
products: [{ code: WELL, name: Well, pack_size: 1, role: student, supervisor_role: teacher, courses: [EXCEL-%] }]`;
const DOUBTFUL =
  'products: [{ code: DOUBTFUL, name: Doubtful, pack_size: 1, role: student, courses: [OLD, EXCEL-1, NONE-%] }]';
const WRONG = 'products: [{ code: WRONG, name: Wrong, courses: [EXCEL-1, NO-SUCH], end_date: 2020-01-31 }]';

describe.each(screenDatabases)('checking the products from the command line, on $name', ({ open }) => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await open();
  });

  afterAll(() => database?.close());

  const check = async (settings = {}) => {
    const { code, said } = await seats(['check'], { DATABASE_URL: database.url, ...settings });
    return { code, lines: said.split('\n').filter((line) => /Product/.test(line)) };
  };

  it('prints one line when everything is in order', async () => {
    await fill(database.db, WELL);
    expect(await check()).toEqual({ code: 0, lines: ['ok   Products: 1 in order'] });
  });

  it('warns about settings that may be unintended, and reports no error', async () => {
    await fill(database.db, DOUBTFUL);
    expect(await check()).toEqual({
      code: 0,
      lines: [
        'warn Product DOUBTFUL: The course OLD is hidden, so no one can be assigned to it right now.',
        'warn Product DOUBTFUL: No course matches NONE-% yet.',
        'warn Product DOUBTFUL: No coordinator role is set, so teacher is used.',
      ],
    });
  });

  it('accepts the roles from the settings, and reports any other role as an error', async () => {
    const roles = { MOODLE_ROLES: 'student=5,tutor=12' };
    const { code, lines } = await check(roles);
    expect(code).toBe(1);
    expect(lines).toContain(
      'FAIL Product WELL: The coordinator role teacher is unknown. The person who runs the app can add it to MOODLE_ROLES.',
    );
  });

  it('lists errors first, and fails until each is fixed or its product is archived', async () => {
    await fill(database.db, WRONG);
    const { code, lines } = await check();
    expect(code).toBe(1);
    expect(lines.slice(3, 5)).toEqual([
      'FAIL Product WRONG: There’s no course NO-SUCH.',
      'FAIL Product WRONG: Its end date, 31 January 2020, has passed.',
    ]);
    await database.db('products').where({ code: 'WRONG' }).update({ archived_at: '2026-03-02T09:00:00.000Z' });
    expect((await check()).code).toBe(0);
  });
});
