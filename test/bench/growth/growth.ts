import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startPostgres } from '../../support/postgres/server';
import { type Figures, measureGrowth, QUICK, USUAL } from './measure-growth';

const SIZES = { small: 10_000, big: 1_000_000 };

export interface Growth {
  small: Figures;
  big: Figures;
}

/** One customer of ten thousand and of a million assigned seats, on both databases. */
export async function measureBoth(quick: boolean): Promise<Record<'SQLite' | 'PostgreSQL', Growth>> {
  return { SQLite: await onSqlite(quick), PostgreSQL: await onPostgres(quick) };
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

async function grow(urlOf: (name: keyof Growth) => string, quick: boolean): Promise<Growth> {
  const patience = quick ? QUICK : USUAL;
  return {
    small: await measureGrowth(urlOf('small'), SIZES.small, patience),
    big: await measureGrowth(urlOf('big'), SIZES.big, patience),
  };
}
