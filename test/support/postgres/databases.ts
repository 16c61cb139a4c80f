import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { Database } from '../../../src/database/database';
import { type Connection, type Idle, reuseConnections } from './connections';
import { empty, learnToEmpty } from './empty';
import { askForPostgres } from './on-demand';

const TEMPLATE = 'seats_template';
/** The advisory lock held while the template is made; no other code uses it on the run's server. */
const LOCK = 1;

interface Spare {
  name: string;
  url: string;
  /** Not of a pool, so that it outlives each test's. */
  admin: Client;
  idle: Idle;
}

/** This worker's databases that no test uses now. To make one, and to connect to it, takes longer than most tests. */
const spares: Spare[] = [];

/** Lends an empty database, made from the run's template if there is none to spare. The first caller fills that. */
export async function borrowDatabase(fill: (url: string) => Promise<void>) {
  const spare = spares.pop() ?? (await createFromTemplate(fill));
  const { url, admin, idle } = spare;
  return {
    url,
    /** Lets a pool use the connections of earlier ones. */
    connect: (db: Database) => reuseConnections(db, idle),
    giveBack: async () => {
      const isEmpty = await empty(admin, idle);
      if (isEmpty) spares.push(spare);
      else await drop(spare);
    },
  };
}

async function createFromTemplate(fill: (url: string) => Promise<void>): Promise<Spare> {
  const server = await askForPostgres();
  const name = `seats_${randomBytes(6).toString('hex')}`;
  await asAdmin(server, async (admin) => {
    await prepareTemplate(admin, server, fill);
    await create(admin, name, TEMPLATE);
  });
  const url = `${server}/${name}`;
  const admin = new Client(url) as Connection;
  // The server ends before the worker. A connection that fails earlier fails its next query, too.
  admin.on('error', () => undefined);
  await admin.connect();
  admin.unref();
  return { name, url, admin, idle: [] };
}

async function drop({ name, admin, idle }: Spare): Promise<void> {
  await Promise.all([...idle, admin].map((client) => client.end()));
  await asAdmin(await askForPostgres(), (client) => client.query(`drop database ${name} with (force)`));
}

async function asAdmin(server: string, work: (admin: Client) => Promise<unknown>): Promise<void> {
  const admin = new Client(`${server}/postgres`);
  await admin.connect();
  await work(admin).finally(() => admin.end());
}

let isPrepared = false;

/** Fills it under another name, so that a half-finished template is never used. */
async function prepareTemplate(admin: Client, server: string, fill: (url: string) => Promise<void>): Promise<void> {
  if (isPrepared) return;
  await admin.query('select pg_advisory_lock($1)', [LOCK]);
  const found = await admin.query('select 1 from pg_database where datname = $1', [TEMPLATE]);
  if (found.rowCount === 0) {
    const draft = `draft_${randomBytes(6).toString('hex')}`;
    await create(admin, draft, 'template0');
    await fill(`${server}/${draft}`);
    await learnToEmpty(`${server}/${draft}`);
    await admin.query(`alter database ${draft} rename to ${TEMPLATE}`);
  }
  await admin.query('select pg_advisory_unlock($1)', [LOCK]);
  isPrepared = true;
}

/** Copies files: by default PostgreSQL would write each page to its log. */
async function create(admin: Client, name: string, template: string): Promise<void> {
  await admin.query(`create database ${name} template ${template} strategy file_copy`);
}
