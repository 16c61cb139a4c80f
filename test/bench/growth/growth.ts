import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startPostgres } from '../../support/postgres/server';
import { BEFORE, type DatabaseName } from './before';
import { fillCustomer } from './fill-customer';
import { type Growth, measureGrowth, QUICK, type Sizes, USUAL } from './measure-growth';

const SIZES = { small: 10_000, big: 1_000_000 };
const MAX_RATIO = 1.5;

/** One customer with ten thousand and with a million assigned seats, on both databases; with the figures of before. */
export async function printGrowth(quick: boolean): Promise<void> {
  console.log(`\nOne customer: p99 in ms with ${count(SIZES.small)} → ${count(SIZES.big)} assigned seats\n`);
  printRow(['', 'before', '', 'now', '', '']);
  for (const [name, growth] of [
    ['SQLite', await onSqlite(quick)],
    ['PostgreSQL', await onPostgres(quick)],
  ] as const) {
    printRow([`**${name}**`, '', '', '', '', '']);
    for (const act of Object.keys(growth)) printAct(name, act, growth);
  }
}

function printAct(database: DatabaseName, act: string, growth: Growth): void {
  const now = growth[act];
  const before = BEFORE[database][act];
  if (!now) return;
  const ratio = now.big.p99 / now.small.p99;
  const isAnothers = act.startsWith('another');
  printRow([
    act,
    before ? `${milliseconds(before[0])} → ${milliseconds(before[1])}` : '',
    before ? `${(before[1] / before[0]).toFixed(1)} ×` : '',
    `${milliseconds(now.small.p99)} → ${milliseconds(now.big.p99)}`,
    `${ratio.toFixed(1)} ×`,
    `median ${milliseconds(now.small.median)} → ${milliseconds(now.big.median)}`,
    isAnothers || ratio <= MAX_RATIO ? 'ok' : 'over',
  ]);
}

const WIDTHS = [46, 18, 8, 18, 7, 24, 4];

/** As a row of a table in Markdown. */
function printRow(cells: readonly string[]): void {
  console.log(`| ${WIDTHS.map((width, place) => (cells[place] ?? '').padEnd(width)).join(' | ')} |`);
}

function milliseconds(value: number): string {
  return value.toFixed(value < 10 ? 1 : 0);
}

function count(value: number): string {
  return value.toLocaleString('en');
}

async function onSqlite(quick: boolean): Promise<Growth> {
  const folder = mkdtempSync(join(tmpdir(), 'seats-growth-'));
  const growth = await grow((name) => `sqlite:${join(folder, `${name}.sqlite`)}`, quick);
  rmSync(folder, { recursive: true, force: true });
  return growth;
}

async function onPostgres(quick: boolean): Promise<Growth> {
  const server = await startPostgres();
  const admin = new Client(`${server.url}/postgres`);
  await admin.connect();
  for (const name of Object.keys(SIZES)) await admin.query(`create database growth_${name}`);
  await admin.end();
  const growth = await grow((name) => `${server.url}/growth_${name}`, quick);
  await server.stop();
  return growth;
}

async function grow(urlOf: (name: keyof Sizes<unknown>) => string, quick: boolean): Promise<Growth> {
  const small = { db: await fillCustomer(urlOf('small'), SIZES.small), size: SIZES.small };
  const big = { db: await fillCustomer(urlOf('big'), SIZES.big), size: SIZES.big };
  const growth = await measureGrowth({ small, big }, quick ? QUICK : USUAL);
  await small.db.destroy();
  await big.db.destroy();
  return growth;
}
