import type { Customer, Locale } from '../domain/customer';
import { foldKey, searchKey } from '../domain/text';
import type { Database } from './database';
import { MOST_FOUND, matchingWords } from './search';

interface CustomerRow {
  id: number;
  code: string;
  name: string;
  channel: string | null;
  timezone: string;
  locale: Locale;
  channel_error: string | null;
}

export async function findCustomer(db: Database, code: string): Promise<Customer | undefined> {
  const row = await db<CustomerRow>('customers').where('code_key', foldKey(code)).first();
  return row && fromRow(row);
}

export async function getCustomer(db: Database, id: number): Promise<Customer> {
  const row = await db<CustomerRow>('customers').where({ id }).first();
  if (!row) throw new Error(`There is no customer ${id}.`);
  return fromRow(row);
}

/** The customer that a channel belongs to. */
export async function findCustomerOfChannel(db: Database, channel: string): Promise<Customer | undefined> {
  const row = await db<CustomerRow>('customers').where({ channel }).orderBy('id').first();
  return row && fromRow(row);
}

/** By name or code; the first hundred. `only` limits it to some customers. */
export async function searchCustomers(db: Database, typed: string, only?: readonly number[]): Promise<Customer[]> {
  const query = db<CustomerRow>('customers').orderBy(['name', 'id']).limit(MOST_FOUND);
  if (only) query.whereIn('id', [...only]);
  return (await matchingWords(query, 'search_key', typed)).map(fromRow);
}

/** A new channel is one that nothing is known of yet. */
export async function saveCustomer(db: Database, customer: Omit<Customer, 'id' | 'channelError'>): Promise<number> {
  const row = {
    code: customer.code,
    code_key: foldKey(customer.code),
    name: customer.name,
    search_key: searchKey(customer.code, customer.name),
    channel: customer.channel ?? null,
    timezone: customer.timezone,
    locale: customer.locale,
  };
  const channelError = db.raw('case when customers.channel = ? then customers.channel_error end', [row.channel]);
  const [saved] = await db('customers')
    .insert(row)
    .onConflict('code_key')
    .merge({ ...row, channel_error: channelError })
    .returning('id');
  return saved.id;
}

/** Those whose channel cannot be reached: a few of them, and how many there are. */
export async function brokenCustomers(db: Database, most: number): Promise<{ shown: Customer[]; total: number }> {
  const broken = () => db<CustomerRow>('customers').whereNotNull('channel_error');
  const rows: CustomerRow[] = await broken().orderBy(['name', 'id']).limit(most);
  const counted = await broken().count({ count: '*' }).first();
  return { shown: rows.map(fromRow), total: Number(counted?.count ?? 0) };
}

/** True for whoever is the first to find out. */
export async function markChannelBroken(tx: Database, id: number, error: string): Promise<boolean> {
  const changed = await tx('customers').where({ id }).whereNull('channel_error').update({ channel_error: error });
  return changed === 1;
}

/** A message arrived there, so all is well again. */
export async function channelReached(db: Database, channel: string): Promise<void> {
  await db('customers').where({ channel }).whereNotNull('channel_error').update({ channel_error: null });
}

function fromRow({ channel, channel_error, ...row }: CustomerRow): Customer {
  const { id, code, name, timezone, locale } = row;
  return { id, code, name, channel: channel ?? undefined, channelError: channel_error ?? undefined, timezone, locale };
}
