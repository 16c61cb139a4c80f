import type { Customer, Locale } from '../domain/customer';
import { foldKey, searchKey } from '../domain/text';
import { chunks } from './chunks';
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

/** Those that are known of many, by the folded form of their codes. */
export async function findCustomers(db: Database, codes: readonly string[]): Promise<Map<string, Customer>> {
  const found = new Map<string, Customer>();
  for (const keys of chunks(codes.map(foldKey))) {
    const rows = await db<CustomerRow>('customers').whereIn('code_key', keys);
    for (const row of rows) found.set(foldKey(row.code), fromRow(row));
  }
  return found;
}

/** Every customer, by name. */
export async function allCustomers(db: Database): Promise<Customer[]> {
  const rows = await db<CustomerRow>('customers').orderBy(['name', 'id']);
  return rows.map(fromRow);
}

type NewCustomer = Omit<Customer, 'id' | 'channelError'>;

export async function saveCustomer(db: Database, customer: NewCustomer): Promise<number> {
  const ids = await saveCustomers(db, [customer]);
  return ids.get(foldKey(customer.code)) ?? 0;
}

/** No code twice. Returns their ids by the folded form of the codes. A new channel is one that nothing is known of yet. */
export async function saveCustomers(db: Database, customers: readonly NewCustomer[]): Promise<Map<string, number>> {
  const rows = customers.map((customer) => ({
    code: customer.code,
    code_key: foldKey(customer.code),
    name: customer.name,
    search_key: searchKey(customer.code, customer.name),
    channel: customer.channel ?? null,
    timezone: customer.timezone,
    locale: customer.locale,
  }));
  const given = ['code', 'name', 'search_key', 'channel', 'timezone', 'locale'];
  const changes = Object.fromEntries(given.map((column) => [column, db.raw('excluded.??', [column])]));
  const channelError = db.raw('case when customers.channel = excluded.channel then customers.channel_error end');
  const ids = new Map<string, number>();
  for (const some of chunks(rows)) {
    const saved = await db('customers')
      .insert(some)
      .onConflict('code_key')
      .merge({ ...changes, channel_error: channelError })
      .returning(['id', 'code_key']);
    for (const { id, code_key } of saved) ids.set(code_key, id);
  }
  return ids;
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
