import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { printGrowth } from './growth/growth';
import { describeMachine } from './machine';
import { printHead, printLine } from './report';
import { assignSeats } from './sections/assign-seats';
import { busySlashCommand } from './sections/busy-slash-command';
import { enrolTrainees } from './sections/enrol-trainees';
import { generate } from './sections/generate-seats';
import { listPage } from './sections/list-page';
import { manyCustomers } from './sections/many-customers';
import { queueReminders } from './sections/queue-reminders';
import type { Section } from './sections/section';
import { sendMessages } from './sections/send-messages';
import { slashCommands } from './sections/slash-commands';
import { typeAhead } from './sections/type-ahead';
import { buildDatabase } from './seed/build-database';
import { buildCrowd } from './seed/crowd';

const SIZE = { seatsPerOrder: 100, assignedPerOrder: 34 };
const MARKET = { customers: 20_000, products: 5_000, seatsPerOrder: 10, assignedPerOrder: 3 };

/** Sections that read run before sections that write. */
const SECTIONS: Section[] = [
  slashCommands,
  listPage,
  typeAhead,
  manyCustomers,
  assignSeats,
  generate,
  enrolTrainees,
  queueReminders,
  sendMessages,
  busySlashCommand,
];

/**
 * Prints figures and asserts nothing: it fails only when something breaks. `--quick` repeats less, `--growth` measures
 * only one customer that grows.
 */
async function main(folder: string): Promise<void> {
  const quick = process.argv.includes('--quick');
  if (!process.argv.includes('--growth')) await measureSections(folder, quick);
  await printGrowth(quick);
}

async function measureSections(folder: string, quick: boolean): Promise<void> {
  const big = await buildDatabase(join(folder, 'big.sqlite'), { ...SIZE, customers: 1_000 });
  const small = await buildDatabase(join(folder, 'small.sqlite'), { ...SIZE, customers: 10 });
  const crowd = await buildCrowd(join(folder, 'crowd.sqlite'));
  const market = await buildDatabase(join(folder, 'market.sqlite'), MARKET);
  console.log(
    `Built ${big.seats.toLocaleString('en')} and ${small.seats.toLocaleString('en')} seats in ${elapsed()}.\n`,
  );
  printHead();
  for (const section of SECTIONS) {
    for (const line of await section({ big, small, crowd, market, quick })) printLine(line);
  }
  console.log(`\n${await describeMachine(big.db)}; ${elapsed()} in all`);
  await big.db.destroy();
  await small.db.destroy();
  await crowd.db.destroy();
  await market.db.destroy();
}

function elapsed(): string {
  return `${(performance.now() / 1000).toFixed(0)} s`;
}

const folder = mkdtempSync(join(tmpdir(), 'seats-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
process.once('SIGINT', () => process.exit(130));
main(folder).catch((error) => {
  console.error(error);
  process.exit(1);
});
