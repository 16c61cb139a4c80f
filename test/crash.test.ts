import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../src/database/database';
import { openProductDatabase } from '../src/product-database';
import { runBundled } from './support/bundle';
import { eachDatabase, type TestDatabase } from './support/databases';
import { fill } from './support/office';
import { assigns, sells } from './support/people';
import { chosenSeed, replayable } from './support/random';
import { scope } from './support/scope';
import { count, select } from './support/tables';

const ROOT = join(__dirname, '..');
const SEATS = 10_000;
const KILLS = scope(5, 20);
const STANDING = `select (select count(*) from orders) as orders, (select count(*) from seats) as seats,
  (select count(*) from ledger where action = 'order.generated') as told,
  (select count(*) from outbox where kind = 'order.announce') as announced`;

describe.each(eachDatabase)('a program killed while it generates ten thousand seats, on $name', ({ open }) => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await open();
    await fill(database.db);
  });

  afterAll(() => database?.close());

  it('leaves either all of them or none', async () => {
    const seed = chosenSeed ?? Date.now() % 1_000_000;
    await killAll(randomFrom(seed)).catch((error) => {
      throw replayable(error, seed);
    });
    await expectWorks(database.db);
  });

  async function killAll(random: () => number): Promise<void> {
    const duration = await measured(database.url);
    let killed = 0;
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const moment = random() * duration;
      const child = await begun(database.url);
      await sleep(moment);
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      if (child.signalCode === 'SIGKILL') killed += 1;
      const reopened = openProductDatabase(database.url);
      const { orders, ...standing } = await standingOf(reopened);
      await reopened.destroy();
      const whole = { seats: orders * SEATS, told: orders, announced: orders };
      expect({ kill, moment, ...standing }).toEqual({ kill, moment, ...whole });
    }
    expect(killed).toBeGreaterThan(0);
  }
});

/** Duration of an undisturbed run, in milliseconds. */
async function measured(url: string): Promise<number> {
  const child = await begun(url);
  const start = performance.now();
  await said(child, 'done');
  const duration = performance.now() - start;
  await once(child, 'exit');
  return duration;
}

async function begun(url: string): Promise<ChildProcess> {
  const script = [...(await runBundled('test/support/generate-many.ts')), url];
  const child = spawn(process.execPath, script, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  await said(child, 'begins');
  return child;
}

function said(child: ChildProcess, word: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk) => String(chunk).includes(word) && resolve());
    child.once('exit', (code) => reject(new Error(`The program ended with ${code} before it said “${word}”.`)));
  });
}

/** One statement, so that all counts are of the same moment. */
async function standingOf(db: Database) {
  const [row] = await select(db, STANDING);
  const number = (name: string) => Number(row?.[name]);
  return { orders: number('orders'), seats: number('seats'), told: number('told'), announced: number('announced') };
}

async function expectWorks(db: Database): Promise<void> {
  const before = await count(db, 'orders');
  const { reference } = await sells(db);
  await assigns(db, { pool: reference });
  expect(await count(db, 'orders')).toBe(before + 1);
  expect(await count(db, 'assignments')).toBe(1);
}

/** A linear congruential generator: the same seed gives the same moments. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
