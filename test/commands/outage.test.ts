import { existsSync, renameSync } from 'node:fs';
import type { Transaction } from '../../src/database/database';
import { openProductDatabase } from '../../src/product-database';
import { eachDatabase, type TestDatabase } from '../support/databases';
import { type Office, openOffice } from '../support/office';
import { claire, gus, MORNING, sells } from '../support/people';
import { openSeverable } from '../support/severed-postgres';
import { aSubmission, SignedClient } from '../support/signed-client';
import { count } from '../support/tables';
import { eventually } from '../support/time';

const DEADLOCK = '40P01';
const OUT_OF_REACH = /We can’t reach the seats right now, and nothing was changed\.[^"]*E-[0-9A-F]{8}/;
const UNCONFIRMED = /We can’t reach the seats right now and don’t know whether this was saved\.[^"]*E-[0-9A-F]{8}/;

type Severable = Awaited<ReturnType<typeof openSeverable>>;

interface Outage {
  database: TestDatabase;
  office: Office;
  begin: () => Promise<unknown>;
  end: () => Promise<unknown>;
  close: () => Promise<unknown>;
}

const outages: { name: string; arrange: () => Promise<Outage> }[] = [
  { name: 'a locked SQLite', arrange: () => locked('SQLite', []) },
  {
    name: 'a locked PostgreSQL',
    arrange: () => locked('PostgreSQL', ['lock table customers, orders, seats, outbox in access exclusive mode']),
  },
  { name: 'a SQLite file that is gone', arrange: movedAway },
  { name: 'a PostgreSQL that is gone', arrange: () => gone() },
];

describe.each(outages)('people who use $name', ({ arrange }) => {
  let outage: Outage;

  beforeEach(async () => {
    outage = await arrange();
    const { db } = outage.database;
    await sells(db, { customer: 'GLOBEX', quantity: 5 });
    await outage.office.workspace.person('gus').finds('B0000000001');
    await eventually(
      'the message is noted as sent',
      async () => (await count(db, 'outbox', { kind: 'order.announce', state: 'sent' })) === 1,
    );
  });

  afterEach(() => outage?.close());

  it('read one sentence with a reference, and get their seat after the recovery', async () => {
    const { office, database } = outage;
    const client = new SignedClient(office.workspace);
    const form = { course: 'EXCEL-1', trainee: 'new', first_name: 'Al', last_name: 'Ice', email: 'alice@example.com' };
    const submission = aSubmission('assign_seat', form);
    await outage.begin();
    const refused = await client.submits(gus, submission);
    const offered = await client.types(claire, 'course', '', submission);
    await outage.end();
    expect(refused).toMatchObject({ status: 200, text: expect.stringMatching(OUT_OF_REACH) });
    expect(offered.status).toBe(200);
    expect(await count(database.db, 'assignments')).toBe(0);
    expect((await client.submits(gus, submission)).body.response_action).toBe('update');
    expect(await count(database.db, 'assignments')).toBe(1);
  });

  it('get answers within Slack’s three seconds while messages wait to be sent', async () => {
    const { office, database } = outage;
    const sonia = office.workspace.person('sonia');
    await database.db('outbox').update({ state: 'pending' });
    await outage.begin();
    const outcome = await sonia.runs('/seats assign new@example.com EXCEL-1', 'C0GLOBEX001');
    await outage.end();
    expect(outcome).toEqual({ ok: true });
  });

  it('see /readyz fail until the recovery, while /healthz succeeds', async () => {
    const status = async (path: string) => (await fetch(`${outage.office.workspace.url}${path}`)).status;
    await eventually('the program is ready', async () => (await status('/readyz')) === 200);
    await outage.begin();
    await eventually('the program is not ready', async () => (await status('/readyz')) === 503);
    const alive = await status('/healthz');
    await outage.end();
    expect(alive).toBe(200);
    await eventually('the program is ready again', async () => (await status('/readyz')) === 200);
  });
});

describe.each([
  { word: 'COMMIT', says: UNCONFIRMED },
  { word: 'ROLLBACK', says: OUT_OF_REACH },
  { word: 'insert into "assignments"', says: OUT_OF_REACH },
])('people whose PostgreSQL hangs up at $word', ({ word, says }) => {
  it('read what that means for them, and get their seat once', async () => {
    const outage = await gone((way) => way.cutAt(word));
    const { office, database } = outage;
    await sells(database.db, { customer: 'GLOBEX', quantity: 5 });
    const client = new SignedClient(office.workspace);
    const person = { trainee: 'new', first_name: 'Al', last_name: 'Ice', email: 'alice@example.com' };
    const fails = word === 'ROLLBACK' ? { course: 'NOWHERE' } : { course: 'EXCEL-1' };
    await outage.begin();
    const refused = await client.submits(gus, aSubmission('assign_seat', { ...person, ...fails }));
    await outage.end();
    expect(refused).toMatchObject({ status: 200, text: expect.stringMatching(says) });
    await client.submits(gus, aSubmission('assign_seat', { ...person, course: 'EXCEL-1' }));
    expect(await count(database.db, 'assignments')).toBe(1);
    await outage.close();
  });
});

/** Another transaction locks the tables. */
async function locked(name: string, locks: string[]): Promise<Outage> {
  const database = await openNamed(name);
  const office = await openOffice(database.db, { now: () => MORNING });
  const other = openProductDatabase(database.url);
  let transaction: Transaction | undefined;
  const end = async () => {
    await transaction?.rollback();
    transaction = undefined;
  };
  return {
    database,
    office,
    // PostgreSQL refuses a lock that would end in a deadlock with work of the product.
    begin: () =>
      eventually('the tables are locked', async () => {
        const begun = await other.transaction();
        transaction = begun;
        try {
          for (const lock of locks) await begun.raw(lock);
          return true;
        } catch (error) {
          await begun.rollback();
          if ((error as { code?: string }).code !== DEADLOCK) throw error;
          return false;
        }
      }),
    end,
    close: async () => {
      await end();
      await other.destroy();
      await office.close();
      await database.close();
    },
  };
}

/** Moves the file away, as when its volume is unmounted, and back. */
async function movedAway(): Promise<Outage> {
  const database = await openNamed('SQLite');
  const { db } = database;
  const office = await openOffice(db, { now: () => MORNING });
  const file = database.url.replace('sqlite:', '');
  const move = (from: string, to: string) => {
    for (const part of ['', '-wal', '-shm']) if (existsSync(from + part)) renameSync(from + part, to + part);
  };
  const isThere = () =>
    count(db, 'outbox').then(
      () => true,
      () => false,
    );
  return {
    database,
    office,
    begin: async () => {
      move(file, `${file}.away`);
      await eventually('the bot has noticed', async () => !(await isThere()));
    },
    end: async () => {
      expect(existsSync(file)).toBe(false);
      move(`${file}.away`, file);
      await eventually('the bot has noticed', isThere);
    },
    close: async () => {
      await office.close();
      await database.close();
    },
  };
}

/** Cuts the network to the server. */
async function gone(begin: (way: Severable) => void = (way) => way.cut()): Promise<Outage> {
  const database = await openNamed('PostgreSQL');
  const way = await openSeverable(database.url);
  const db = openProductDatabase(way.url);
  const office = await openOffice(db, { now: () => MORNING });
  return {
    database,
    office,
    begin: async () => begin(way),
    end: async () => way.mend(),
    close: async () => {
      way.mend();
      await office.close();
      await db.destroy();
      way.close();
      await database.close();
    },
  };
}

function openNamed(wanted: string): Promise<TestDatabase> {
  const found = eachDatabase.find(({ name }) => name === wanted);
  if (!found) throw new Error(`There is no ${wanted}.`);
  return found.open();
}
