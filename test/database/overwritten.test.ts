import { copyFileSync, existsSync, renameSync, rmSync, utimesSync } from 'node:fs';
import { openDatabase } from '../../src/database/open-database';
import { openProductDatabase } from '../../src/product-database';
import { eachDatabase, type TestDatabase } from '../support/databases';
import { type Office, openOffice } from '../support/office';
import { sells } from '../support/people';
import { count } from '../support/tables';
import { eventually } from '../support/time';

const [sqlite] = eachDatabase;

/** What an operator does to the file of a running bot, after a backup with one order and before the second. */
const ACCIDENTS = {
  'copies a backup over it': (file: string, backup: string) => copyFileSync(backup, file),
  'deletes the log and copies a backup over it': (file: string, backup: string) => {
    for (const part of ['-wal', '-shm']) rmSync(file + part);
    copyFileSync(backup, file);
  },
  'puts a backup in its place': (file: string, backup: string) => {
    copyFileSync(backup, `${file}.new`);
    renameSync(`${file}.new`, file);
  },
};

describe('the database file of a running bot', () => {
  let database: TestDatabase;
  let office: Office | undefined;
  let file: string;
  let backup: string;

  beforeEach(async () => {
    if (!sqlite) throw new Error('There is no database to test on.');
    database = await sqlite.open();
    file = database.url.replace('sqlite:', '');
    backup = `${file}.backup`;
    office = await openOffice(database.db);
    await sells(database.db, { customer: 'GLOBEX', quantity: 5 });
    await database.db.raw('vacuum into ?', [backup]);
    await eventually('the bot is ready', async () => (await readiness()).ready === true);
    await sells(database.db, { customer: 'GLOBEX', quantity: 5 });
  });

  afterEach(async () => {
    await stop();
    await database?.close();
  });

  describe.each(Object.entries(ACCIDENTS))('when somebody %s', (_, happens) => {
    it('is missed within seconds, nothing is accepted, and the next start finds the backup', async () => {
      happens(file, backup);
      await eventually('it is missed', async () => (await readiness()).ready === false);
      await expect(sells(database.db, { customer: 'GLOBEX', quantity: 5 })).rejects.toThrow(/The database file/);
      await stop();
      await database.db.destroy();
      await isTheBackup();
    });

    it('is the backup for the next start, also when the bot is stopped at once', async () => {
      happens(file, backup);
      await stop();
      await database.db.destroy();
      await isTheBackup();
    });

    it('is the backup for the next start, also when the bot is killed some seconds later', async () => {
      happens(file, backup);
      await eventually('the log is set aside', async () => !existsSync(`${file}-wal`));
      await isTheBackup(asKilled());
    });
  });

  it('keeps what was accepted when somebody deletes its log, also when the bot is killed after that', async () => {
    for (const part of ['-wal', '-shm']) rmSync(file + part);
    await eventually('it is missed', async () => (await readiness()).ready === false);
    await expect(sells(database.db, { customer: 'GLOBEX', quantity: 5 })).rejects.toThrow(/-wal or -shm was deleted/);
    const restarted = openDatabase(`sqlite:${asKilled()}`);
    expect(await count(restarted, 'orders')).toBe(2);
    await restarted.destroy();
  });

  it('may be written by another process, with checkpoints of its own', async () => {
    const other = openProductDatabase(database.url);
    for (const mode of ['passive', 'full', 'restart', 'passive', 'truncate', 'passive']) {
      for (let time = 0; time < 4; time += 1) {
        await sells(time % 2 ? other : database.db, { customer: 'GLOBEX', quantity: 1 });
        if (time > 0) await other.raw(`pragma wal_checkpoint(${mode})`);
        await new Promise((resolve) => setTimeout(resolve, 150));
      }
    }
    await other.destroy();
    expect(await count(database.db, 'orders')).toBe(26);
  });

  it('goes on while another process makes a checkpoint, which SQLite reports at its end', async () => {
    const other = openProductDatabase(database.url);
    await sells(other, { customer: 'GLOBEX', quantity: 1 });
    const now = new Date();
    utimesSync(file, now, now);
    for (let time = 0; time < 15; time += 1) {
      await sells(database.db, { customer: 'GLOBEX', quantity: 1 });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await other.raw('pragma wal_checkpoint(full)');
    await other.destroy();
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    await sells(database.db, { customer: 'GLOBEX', quantity: 1 });
    expect((await readiness()).ready).toBe(true);
  });

  /** What the bot would leave if it ended now. */
  function asKilled(): string {
    for (const part of ['', '-wal']) if (existsSync(file + part)) copyFileSync(file + part, `${file}.killed${part}`);
    return `${file}.killed`;
  }

  async function isTheBackup(left = file): Promise<void> {
    const restarted = openDatabase(`sqlite:${left}`);
    expect(await restarted.raw('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(await count(restarted, 'orders')).toBe(1);
    await restarted.destroy();
  }

  async function readiness(): Promise<Record<string, unknown>> {
    const response = await fetch(`${office?.workspace.url}/readyz`);
    return (await response.json()) as Record<string, unknown>;
  }

  async function stop(): Promise<void> {
    await office?.close();
    office = undefined;
  }
});
