import type { Customer } from '../../core/customer';
import { foldKey, searchKey } from '../../core/text';
import { chunks } from '../../database/chunks';
import type { Database } from '../../database/database';
import { MAX_FOUND, matchingWords } from '../../database/search';
import type { CustomerRow } from '../../database/tables';
import { UNSHARED } from '../../slack/channel-change';

/** A customer, as an import describes it. */
type CustomerTerms = Omit<Customer, 'id' | 'channelError' | 'archived'>;

export async function findCustomer(db: Database, code: string): Promise<Customer | undefined> {
  const row = await db('customers').where('code_key', foldKey(code)).first();
  return row && fromRow(row);
}

export async function getCustomer(db: Database, id: number): Promise<Customer> {
  const row = await db('customers').where({ id }).first();
  if (!row) throw new Error(`There is no customer ${id}.`);
  return fromRow(row);
}

/** The customer that owns the channel, archived or not. */
export async function findCustomerOfChannel(db: Database, channel: string): Promise<Customer | undefined> {
  const row = await db('customers').where({ channel }).first();
  return row && fromRow(row);
}

/** The customers that own any of the channels, archived or not. */
export async function customersOfChannels(db: Database, channels: readonly string[]): Promise<Customer[]> {
  const found: Customer[] = [];
  for (const some of chunks(channels)) {
    const rows = await db('customers').whereIn('channel', some);
    found.push(...rows.map(fromRow));
  }
  return found;
}

/** Active customers that match by name or code; at most 100. `only` restricts the search to these ids. */
export async function searchCustomers(db: Database, search: string, only?: readonly number[]): Promise<Customer[]> {
  const query = db('customers').whereNull('archived_at').orderBy(['name', 'id']).limit(MAX_FOUND);
  if (only) query.whereIn('id', [...only]);
  return (await matchingWords(query, 'search_key', search)).map(fromRow);
}

/** Looks up many codes at once; returns the known customers by folded code. */
export async function findCustomers(db: Database, codes: readonly string[]): Promise<Map<string, Customer>> {
  const found = new Map<string, Customer>();
  for (const keys of chunks(codes.map(foldKey))) {
    const rows = await db('customers').whereIn('code_key', keys);
    for (const row of rows) found.set(foldKey(row.code), fromRow(row));
  }
  return found;
}

/** Sorted by name; includes archived customers. */
export async function allCustomers(db: Database): Promise<Customer[]> {
  const rows = await db('customers').orderBy(['name', 'id']);
  return rows.map(fromRow);
}

/**
 * Upserts; needs unique codes, and channels that no other customer owns. Returns ids by folded code. A different
 * channel clears the error and the person who chose the old one; any channel also cancels a pending creation.
 */
export async function saveCustomers(db: Database, customers: readonly CustomerTerms[]): Promise<Map<string, number>> {
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
  const unlessMoved = (column: string) =>
    db.raw('case when customers.channel = excluded.channel then ?? end', [`customers.${column}`]);
  const newChannel = db.raw('case when excluded.channel is null then customers.new_channel end');
  const ids = new Map<string, number>();
  for (const some of chunks(rows)) {
    const saved = await db('customers')
      .insert(some)
      .onConflict('code_key')
      .merge({
        ...changes,
        channel_error: unlessMoved('channel_error'),
        channel_by_team: unlessMoved('channel_by_team'),
        channel_by_user: unlessMoved('channel_by_user'),
        new_channel: newChannel,
        version: db.raw('customers.version + 1'),
      })
      .returning(['id', 'code_key']);
    for (const { id, code_key } of saved) ids.set(code_key, id);
  }
  return ids;
}

/** Clears the channels, so other customers can take them. */
export async function leaveChannels(tx: Database, ids: readonly number[]): Promise<void> {
  const none = { channel: null, channel_error: null, channel_by_team: null, channel_by_user: null };
  for (const some of chunks(ids)) await tx('customers').whereIn('id', some).update(none);
}

export async function zonesOfCustomers(db: Database): Promise<string[]> {
  return db('customers').distinct('timezone').pluck('timezone');
}

/** Active customers with an unreachable channel: at most `most` of them, and the total. */
export async function brokenCustomers(db: Database, most: number): Promise<{ shown: Customer[]; total: number }> {
  const broken = () => db('customers').whereNotNull('channel_error').whereNull('archived_at');
  const rows = await broken().orderBy(['name', 'id']).limit(most);
  const counted = await broken().count({ count: '*' }).first();
  return { shown: rows.map(fromRow), total: Number(counted?.count ?? 0) };
}

/** True for exactly one of several concurrent callers. */
export async function markChannelBroken(tx: Database, id: number, error: string): Promise<boolean> {
  const changed = await tx('customers').where({ id }).whereNull('channel_error').update({ channel_error: error });
  return changed === 1;
}

/**
 * True when the channel was broken. Only `isSeenByAll` clears the error that some coordinators cannot see the channel.
 */
export async function channelReached(
  tx: Database,
  channel: string,
  { isSeenByAll }: { isSeenByAll: boolean },
): Promise<boolean> {
  const broken = tx('customers').where({ channel }).whereNotNull('channel_error');
  if (!isSeenByAll) broken.whereNot({ channel_error: UNSHARED });
  return (await broken.update({ channel_error: null })) > 0;
}

export function fromRow({ channel, channel_error, archived_at, ...row }: CustomerRow): Customer {
  const { id, code, name, timezone, locale } = row;
  return {
    id,
    code,
    name,
    channel: channel ?? undefined,
    channelError: channel_error ?? undefined,
    timezone,
    locale,
    archived: archived_at !== null,
  };
}
