import type { CustomerAccount } from '../../core/customer';
import type { Identity } from '../../core/identity';
import { plainText } from '../../core/plain-text';
import { foldKey, searchKey } from '../../core/text';
import type { Instant } from '../../core/time';
import type { Changes } from '../../database/columns';
import type { Database } from '../../database/database';
import { MAX_FOUND, matchingWords } from '../../database/search';
import type { CustomerRow } from '../../database/tables';
import { fromRow } from './customers.sql';

// Customer accounts, as sales edit them. Updates use optimistic concurrency: the caller passes the version it read.

export async function findAccount(db: Database, code: string): Promise<CustomerAccount | undefined> {
  const row = await db('customers').where('code_key', foldKey(code)).first();
  return row && accountFromRow(row);
}

export async function getAccount(db: Database, id: number): Promise<CustomerAccount> {
  const row = await db('customers').where({ id }).first();
  if (!row) throw new Error(`There is no customer ${id}.`);
  return accountFromRow(row);
}

/** Matches name or code; archived customers sort last. `total` counts all pages. */
export async function pageAccounts(db: Database, search: string, page: { size: number; offset: number }) {
  const found = () => matchingWords(db('customers'), 'search_key', search);
  const rows = await found().orderByRaw('archived_at is not null, name, id').limit(page.size).offset(page.offset);
  const [counted] = await found().count({ count: '*' });
  return { accounts: rows.map(accountFromRow), total: Number(counted?.count ?? 0) };
}

export type AccountTerms = Pick<
  CustomerAccount,
  'name' | 'channel' | 'newChannel' | 'channelBy' | 'timezone' | 'locale' | 'notes'
>;

/** Returns the new customer's id, or undefined when the code is taken. Safe under concurrency. */
export async function insertAccount(tx: Database, code: string, terms: AccountTerms): Promise<number | undefined> {
  const row = { code, code_key: foldKey(code), ...toRow(code, terms) };
  const [saved] = await tx('customers').insert(row).onConflict('code_key').ignore().returning('id');
  return saved?.id;
}

/** False when the version is stale. A new channel clears the channel error. */
export async function updateAccount(tx: Database, before: CustomerAccount, terms: AccountTerms): Promise<boolean> {
  const isMoved = terms.channel !== before.channel || terms.newChannel !== before.newChannel;
  return change(tx, before, { ...toRow(before.code, terms), ...(isMoved && { channel_error: null }) });
}

/** False when the version is stale. */
export async function saveArchived(tx: Database, before: CustomerAccount, at: Instant | undefined): Promise<boolean> {
  return change(tx, before, { archived_at: at ?? null });
}

/** Links the channel created for the customer; false when the account no longer asks for that name. */
export async function linkChannel(tx: Database, id: number, name: string, channel: string): Promise<boolean> {
  const changed = await tx('customers')
    .where({ id, new_channel: name })
    .update({ channel, new_channel: null, channel_error: null, version: tx.raw('version + 1') });
  return changed === 1;
}

/** Allows another attempt. */
export async function forgetChannelError(tx: Database, id: number): Promise<void> {
  await tx('customers').where({ id }).update({ channel_error: null });
}

/** Records the channel's new id. True for exactly one of several concurrent callers. */
export async function moveChannel(tx: Database, id: number, from: string, to: string): Promise<boolean> {
  const changed = await tx('customers')
    .where({ id, channel: from })
    .update({ channel: to, version: tx.raw('version + 1') });
  return changed === 1;
}

/** The customer that owns the channel, archived or not. */
export async function findAccountOfChannel(db: Database, channel: string): Promise<CustomerAccount | undefined> {
  const row = await db('customers').where({ channel }).first();
  return row && accountFromRow(row);
}

/** Another active customer whose name is the same after case folding. */
export async function findNamesake(
  db: Database,
  name: string,
  except: number | undefined,
): Promise<CustomerAccount | undefined> {
  const inUse = db('customers')
    .whereNull('archived_at')
    .whereNot({ id: except ?? 0 });
  // SQLite and PostgreSQL fold letters differently, so compare here. The shortest names are the likeliest matches.
  const rows = await matchingWords(inUse, 'search_key', plainText(name))
    .orderByRaw('length(name), id')
    .limit(MAX_FOUND);
  const row = rows.find((one) => foldKey(one.name) === foldKey(name));
  return row && accountFromRow(row);
}

async function change(tx: Database, { id, version }: CustomerAccount, changes: Changes<'customers'>) {
  const changed = await tx('customers')
    .where({ id, version })
    .update({ ...changes, version: version + 1 });
  return changed === 1;
}

function toRow(code: string, terms: AccountTerms) {
  return {
    name: terms.name,
    search_key: searchKey(code, terms.name),
    channel: terms.channel ?? null,
    new_channel: terms.newChannel ?? null,
    channel_by_team: terms.channelBy?.teamId ?? null,
    channel_by_user: terms.channelBy?.userId ?? null,
    timezone: terms.timezone,
    locale: terms.locale,
    notes: terms.notes,
  };
}

function accountFromRow(row: CustomerRow): CustomerAccount {
  const { notes, version, new_channel, channel_by_team: teamId, channel_by_user: userId } = row;
  const channelBy: Identity | undefined = teamId && userId ? { teamId, userId } : undefined;
  return { ...fromRow(row), notes, version, newChannel: new_channel ?? undefined, channelBy };
}

/** Recognises the unique violation in both SQLite and PostgreSQL errors. */
function isChannelTaken(error: unknown): boolean {
  const { constraint, message = '' } = error as { constraint?: string; message?: string };
  return constraint === 'customers_channel_unique' || message.includes('UNIQUE constraint failed: customers.channel');
}

/** Retries once when two customers get one channel at once; the second run sees the winner and refuses. */
export async function lookingAgain<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isChannelTaken(error)) throw error;
    return work();
  }
}
