import { rmSync } from 'node:fs';
import { pino } from 'pino';
import { startLoop } from '../src/loop';
import { eachDatabase } from './support/databases';
import { count } from './support/tables';
import { eventually } from './support/time';

it('is said once by all loops, and without a statement, that the database is gone', async () => {
  const [sqlite] = eachDatabase;
  if (!sqlite) throw new Error('There is no database to test on.');
  const { db, url, close } = await sqlite.open();
  await count(db, 'outbox');
  rmSync(url.replace('sqlite:', ''));
  const lines: string[] = [];
  const log = pino({}, { write: (line) => void lines.push(line) });
  let rounds = 0;
  const round = async () => {
    await count(db, 'outbox');
    return 1_000;
  };
  const loops = ['one', 'two'].map((name) => startLoop(name, () => round().finally(() => rounds++), log));
  await eventually('the loops have failed twice', () => rounds >= 8);
  await Promise.all(loops.map((loop) => loop.stop()));
  expect(lines).toEqual([expect.stringContaining('was deleted or replaced while it was open')]);
  expect(lines.join()).not.toMatch(/select|outbox/);
  await close();
});
