import { Client } from 'pg';
import { checkSearch } from '../../src/cli/check/check-search';
import { MAKE_SEARCH_INDEX } from '../../src/cli/check/search-index.sql';
import { SYSTEM } from '../../src/core/person';
import { migrate } from '../../src/database/migrate';
import { findTrainees } from '../../src/features/assignments/find-trainees';
import { openProductDatabase } from '../../src/product-database';
import { hasManyTrainees } from '../support/long-list';
import { fill } from '../support/office';
import { askForPostgres } from '../support/postgres/on-demand';
import { select } from '../support/tables';

const NAME = `plain_${process.pid}`;

describe('a program that may create no extensions in PostgreSQL', () => {
  let admin: Client;
  let server: string;

  beforeAll(async () => {
    server = await askForPostgres();
    admin = new Client(`${server}/postgres`);
    await admin.connect();
    await admin.query(`create role ${NAME} login`);
    await admin.query(`create database ${NAME} template template0`);
    const inside = new Client(`${server}/${NAME}`);
    await inside.connect();
    await inside.query(`grant create on schema public to ${NAME}`);
    await inside.end();
  });

  afterAll(async () => {
    await admin.query(`drop database ${NAME} with (force)`);
    await admin.query(`drop role ${NAME}`);
    await admin.end();
  });

  it('finds everybody by reading every name, and says what would make it quick', async () => {
    const address = new URL(`${server}/${NAME}`);
    address.username = NAME;
    const db = openProductDatabase(address.href);
    try {
      await migrate(db);
      expect(await select(db, "select 1 from pg_extension where extname = 'pg_trgm'")).toEqual([]);
      expect((await checkSearch(db)).map(({ text }) => text)).toEqual([
        expect.stringContaining('may create no extensions'),
      ]);
      await fill(db);
      await hasManyTrainees(db);
      expect(await findTrainees(db, { customer: 'ACME' }, 'person2222@', SYSTEM)).toHaveLength(1);
      expect(await findTrainees(db, { customer: 'ACME' }, 'zyxwv', SYSTEM)).toHaveLength(0);
      const owner = new Client(`${server}/${NAME}`);
      await owner.connect();
      for (const statement of MAKE_SEARCH_INDEX) await owner.query(statement);
      await owner.end();
      expect(await checkSearch(db)).toEqual([]);
      expect(await findTrainees(db, { customer: 'ACME' }, 'person2222@', SYSTEM)).toHaveLength(1);
    } finally {
      await db.destroy();
    }
  });
});
