import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { askForPostgres } from './on-demand';

const TEMPLATE = 'seats_template';
/** The advisory lock held while the template is made; no other code uses it on the run's server. */
const LOCK = 1;

/** Copies the run's template. The first caller fills it. */
export async function createFromTemplate(fill: (url: string) => Promise<void>) {
  const server = await askForPostgres();
  const admin = new Client(`${server}/postgres`);
  await admin.connect();
  await prepareTemplate(admin, server, fill);
  const name = `seats_${randomBytes(6).toString('hex')}`;
  await create(admin, name, TEMPLATE);
  return {
    url: `${server}/${name}`,
    drop: async () => {
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
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
    await admin.query(`alter database ${draft} rename to ${TEMPLATE}`);
  }
  await admin.query('select pg_advisory_unlock($1)', [LOCK]);
  isPrepared = true;
}

/** Copies files: by default PostgreSQL would write each page to its log. */
async function create(admin: Client, name: string, template: string): Promise<void> {
  await admin.query(`create database ${name} template ${template} strategy file_copy`);
}
