import type { CustomerAccount } from '../../core/customer';
import type { Identity } from '../../core/identity';
import { foldKey, searchKey } from '../../core/text';
import type { Instant } from '../../core/time';
import type { Changes } from '../../database/columns';
import type { Database } from '../../database/database';
import { MAX_FOUND, matchingWords } from '../../database/search';
import type { CustomerRow } from '../../database/tables';
import { fromRow } from './customers.sql';

// What sales keep of their customers. Whoever changes something says which version they have seen.

export async function findAccount(db: Database, code: string): Promise<CustomerAccount | undefined> {
  const row = await db('customers').where('code_key', foldKey(code)).first();
  return row && accountFromRow(row);
}

export async function getAccount(db: Database, id: number): Promise<CustomerAccount> {
  const row = await db('customers').where({ id }).first();
  if (!row) throw new Error(`There is no customer ${id}.`);
  return accountFromRow(row);
}

/** By name or code, those that are archived last; with the count of all pages. */
export async function pageAccounts(db: Database, typed: string, page: { size: number; offset: number }) {
  const found = () => matchingWords(db('customers'), 'search_key', typed);
  const rows = await found().orderByRaw('archived_at is not null, name, id').limit(page.size).offset(page.offset);
  const [counted] = await found().count({ count: '*' });
  return { accounts: rows.map(accountFromRow), total: Number(counted?.count ?? 0) };
}

export type AccountTerms = Pick<
  CustomerAccount,
  'name' | 'channel' | 'newChannel' | 'channelBy' | 'timezone' | 'locale' | 'notes'
>;

/** The new customer's id, or undefined when the code is taken, however close the race. */
export async function insertAccount(tx: Database, code: string, terms: AccountTerms): Promise<number | undefined> {
  const row = { code, code_key: foldKey(code), ...toRow(code, terms) };
  const [saved] = await tx('customers').insert(row).onConflict('code_key').ignore().returning('id');
  return saved?.id;
}

/** False when somebody has changed the customer since that version. Another channel is one that nothing is known of yet. */
export async function updateAccount(tx: Database, before: CustomerAccount, terms: AccountTerms): Promise<boolean> {
  const isMoved = terms.channel !== before.channel || terms.newChannel !== before.newChannel;
  return change(tx, before, { ...toRow(before.code, terms), ...(isMoved && { channel_error: null }) });
}

/** False when somebody has changed the customer since that version. */
export async function saveArchived(tx: Database, before: CustomerAccount, at: Instant | undefined): Promise<boolean> {
  return change(tx, before, { archived_at: at ?? null });
}

/** Gives the customer the channel made for it; false when by now another one is wanted, or none. */
export async function linkChannel(tx: Database, id: number, name: string, channel: string): Promise<boolean> {
  const changed = await tx('customers')
    .where({ id, new_channel: name })
    .update({ channel, new_channel: null, channel_error: null, version: tx.raw('version + 1') });
  return changed === 1;
}

/** To have another try. */
export async function forgetChannelError(tx: Database, id: number): Promise<void> {
  await tx('customers').where({ id }).update({ channel_error: null });
}

/** Slack calls the channel otherwise from now on. True for exactly one of those who say so. */
export async function moveChannel(tx: Database, id: number, from: string, to: string): Promise<boolean> {
  const changed = await tx('customers')
    .where({ id, channel: from })
    .update({ channel: to, version: tx.raw('version + 1') });
  return changed === 1;
}

/** Whose channel it is, archived or not. */
export async function findAccountOfChannel(db: Database, channel: string): Promise<CustomerAccount | undefined> {
  const row = await db('customers').where({ channel }).first();
  return row && accountFromRow(row);
}

/** Another customer in use that people would call the same. */
export async function findNamesake(
  db: Database,
  name: string,
  except: number | undefined,
): Promise<CustomerAccount | undefined> {
  const inUse = db('customers')
    .whereNull('archived_at')
    .whereNot({ id: except ?? 0 });
  // The databases fold letters differently, so that is done here; the shortest names are the likeliest.
  const rows = await matchingWords(inUse, 'search_key', name).orderByRaw('length(name), id').limit(MAX_FOUND);
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

/** Whether an error says that another customer has that channel, in the words of SQLite or of PostgreSQL. */
function isChannelTaken(error: unknown): boolean {
  const { constraint, message = '' } = error as { constraint?: string; message?: string };
  return constraint === 'customers_channel_unique' || message.includes('UNIQUE constraint failed: customers.channel');
}

/** Of two who give two customers the same channel at once, one looks again, and then sees what the other did. */
export async function lookingAgain<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isChannelTaken(error)) throw error;
    return work();
  }
}
