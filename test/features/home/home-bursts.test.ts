import { pino } from 'pino';
import { SYSTEM } from '../../../src/core/person';
import { toInstant } from '../../../src/core/time';
import { announce } from '../../../src/database/changes';
import { refreshHomes } from '../../../src/features/home/home-changed.messages';
import { isWaitingShown, saveHome, saveWaitingShown } from '../../../src/features/home/homes.sql';
import { roleNotice } from '../../../src/features/roles/role.messages';
import { messagesByKind } from '../../../src/outbox/message';
import { enqueue } from '../../../src/outbox/outbox';
import { messageGivenUp } from '../../../src/outbox/outbox-changes';
import { Sender } from '../../../src/outbox/sender';
import { eachDatabase, type TestDatabase } from '../../support/databases';
import { NO_CONTEXT } from '../../support/no-context';
import { fill } from '../../support/office';
import { anEntry } from '../../support/outbox-entry';
import { ada, claire, MORNING, sells } from '../../support/people';
import { looks } from '../../support/reminders';
import { count } from '../../support/tables';

const AT = toInstant(MORNING);
const CUSTOMERS = 450;

describe.each(eachDatabase)('the queue of Home refreshes, on $name', ({ open }) => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await open();
    const customers = Array.from({ length: CUSTOMERS }, (_, index) => ({
      code: `C${index}`,
      name: `Customer ${index}`,
    }));
    await fill(database.db);
    await fill(database.db, JSON.stringify({ customers }));
  });

  afterEach(() => database?.close());

  const hasHome = (seesAll: boolean) =>
    saveHome(database.db, seesAll ? ada : claire, { customers: 0, stock: 0, seesAll, showsWaiting: false }, AT);
  const queued = (kind: string) => count(database.db, 'outbox', { kind });
  const givesUp = (kind: string, subject: string) =>
    database.db.transaction((tx) => {
      const facts = { entry: anEntry(kind, subject), error: 'fatal_error', customerId: undefined, isReported: false };
      return announce(tx, { by: SYSTEM, now: MORNING }, messageGivenUp({ subject: kind }, facts));
    });

  it('holds one refresh with a low priority for any number of reminders', async () => {
    const { db } = database;
    await hasHome(true);
    for (const customer of ['ACME', 'GLOBEX', 'C0']) await sells(db, { customer });
    await looks(db, '2026-03-02T09:00:00Z');
    expect(await count(db, 'reminders')).toBeGreaterThan(CUSTOMERS);
    const own = await db('outbox').where({ kind: 'homes.changed', subject: 'health' });
    expect(own.map(({ priority }) => priority)).toEqual([2]);
    expect(await queued('home.refresh')).toBe(0);
  });

  it('holds one refresh for any number of dead letters, and none for dead Home refreshes', async () => {
    await hasHome(true);
    await givesUp('home.refresh', 'T000000001/U0ADA000001');
    await givesUp('homes.changed', 'health');
    expect(await queued('homes.changed')).toBe(0);
    for (let message = 0; message < 50; message += 1) await givesUp('role.changed', 'sales');
    expect(await queued('homes.changed')).toBe(1);
    await database.db.transaction((tx) => refreshHomes(tx, 'health', AT));
    await database.db.transaction((tx) => refreshHomes(tx, 'everybody', AT));
    expect(await queued('home.refresh')).toBe(1);
  });

  it('holds one refresh after a delivery if a Home shows waiting messages, otherwise none', async () => {
    const { db } = database;
    const sender = new Sender({
      db,
      log: pino({ level: 'silent' }),
      now: () => MORNING,
      messages: messagesByKind([{ ...roleNotice, deliver: async () => ({ kind: 'nothing' }) }]),
      context: NO_CONTEXT,
    });
    const sends = async (subject: string) => {
      await enqueue(db, { message: roleNotice, subject }, AT);
      await sender.round();
      await sender.drain();
    };
    await hasHome(true);
    await sends('sales');
    expect(await queued('homes.changed')).toBe(0);
    await saveHome(db, ada, { customers: 0, stock: 0, seesAll: true, showsWaiting: true }, AT);
    await sends('admin');
    expect(await db('outbox').where({ kind: 'homes.changed' }).select('subject', 'priority')).toEqual([
      { subject: 'health', priority: 2 },
    ]);
  });

  it('holds a refresh after a delivery as long as Slack has not confirmed a Home without waiting messages', async () => {
    const { db } = database;
    const home = { customers: 0, stock: 0, seesAll: true };
    await saveHome(db, ada, { ...home, showsWaiting: true }, AT);
    await saveHome(db, ada, { ...home, showsWaiting: false }, AT);
    expect(await isWaitingShown(db)).toBe(true);
    await saveWaitingShown(db, ada, false);
    expect(await isWaitingShown(db)).toBe(false);
  });

  it('stays empty while nobody has a Home', async () => {
    await givesUp('role.changed', 'sales');
    await looks(database.db, '2026-03-02T09:00:00Z');
    expect(await queued('homes.changed')).toBe(0);
  });
});
