import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { askForPostgres } from './on-demand';

const TEMPLATE = 'seats_template';
/** Held while the template is made; any number that nothing else uses on the run's server. */
const LOCK = 1;

/** A copy of the run's template, which the first to ask fills. */
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

/** Filled under another name, so that what a worker left half done is not taken for the template. */
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

/** Copies files, where PostgreSQL by itself would write each page to its log. */
async function create(admin: Client, name: string, template: string): Promise<void> {
  await admin.query(`create database ${name} template ${template} strategy file_copy`);
}
