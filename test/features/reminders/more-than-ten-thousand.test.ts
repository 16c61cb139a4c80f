import { MAX_COUNTED } from '../../../src/core/counting';
import { countAssignedSince } from '../../../src/features/coordinators/assignment-counts.sql';
import { coordinatorsView } from '../../../src/features/coordinators/coordinators.view';
import { boardMessage } from '../../../src/features/reminders/board.view';
import { boardOf } from '../../../src/features/reminders/seat-summary';
import { eachDatabase, type TestDatabase } from '../../support/databases';
import { hasManyTrainees, MANY } from '../../support/long-list';
import { fill } from '../../support/office';
import { claire, MORNING, sales } from '../../support/people';
import { translator } from '../../support/translator';

const MONTH = '2026-03-01T00:00:00.000Z';

describe.each(eachDatabase)('the seats of a month, on $name', ({ open }) => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await open();
    await fill(database.db);
    await hasManyTrainees(database.db);
  });

  afterAll(() => database?.close());

  it('are counted up to a limit only', async () => {
    expect(await countAssignedSince(database.db, 1, MONTH, MAX_COUNTED + 1)).toBe(MANY);
    expect(await countAssignedSince(database.db, 1, MONTH, 100)).toBe(100);
  });

  it.each([
    ['en', 'more than 10,000 seats assigned this month'],
    ['fr', 'plus de 10 000 places attribuées ce mois-ci'],
  ] as const)('are more than ten thousand beyond it, in %s', async (locale, words) => {
    const { db } = database;
    const t = translator(locale);
    const said = (shown: object) => JSON.stringify(shown).replaceAll(/\s/g, ' ').toLowerCase();
    const board = await boardOf(db, 1, MORNING);
    expect(said(boardMessage({ ...board, assignedThisMonth: MAX_COUNTED }, t))).not.toContain(words);
    expect(said(boardMessage({ ...board, assignedThisMonth: MAX_COUNTED + 1 }, t))).toContain(words);
    const card = { person: claire, products: [], quota: undefined, used: MAX_COUNTED + 1, delegations: [] };
    const list = { customer: board.customer, page: 0, pages: 1, cards: [card], invitations: [] };
    expect(said(coordinatorsView(list, sales, t))).toContain(words);
  });
});
