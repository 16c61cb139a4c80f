import type { Knex } from 'knex';
import { emailKey, foldKey, plainText, searchKey } from './folded-keys/folding';

// Keys of codes, short names and addresses ignore what nobody sees: invisible characters, other forms of a letter, and
// what people paste around an address. Search keys are in the letters of a plain keyboard.

interface Folding {
  key: (text: string) => string;
  email: (text: string) => string;
  search: (...texts: string[]) => string;
}

interface Twin {
  action: string;
  customerId?: number;
  after: object;
}

const BATCH = 1_000;
/** `Twin` entries of the ledger have this subject, so that they are found by its index. */
const TWINS = 'twins';

export async function up(knex: Knex): Promise<void> {
  const twins = await fold(knex, { key: foldKey, email: emailKey, search: searchKey });
  const at = new Date().toISOString();
  for (const { action, customerId, after } of twins) {
    const actor = { actor_team: 'system', actor_user: 'system' };
    const entry = { at, ...actor, action, subject: TWINS, customer_id: customerId ?? null };
    await knex('ledger').insert({ ...entry, after: JSON.stringify(after) });
  }
}

/** Addresses and codes stay as they are, which are keys of the earlier version, too. */
export async function down(knex: Knex): Promise<void> {
  const key = (text: string) => text.trim().normalize('NFC').toLowerCase();
  const bare = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const search = (...texts: string[]) => bare(texts.join(' ')).replaceAll(/\s+/g, ' ').trim();
  await fold(knex, { key, email: (text) => text, search });
}

async function fold(knex: Knex, folding: Folding): Promise<Twin[]> {
  const twins = [
    ...(await foldCodes(knex, 'courses', 'shortname', folding)),
    ...(await foldCodes(knex, 'products', 'code', folding)),
    ...(await foldCodes(knex, 'customers', 'code', folding)),
    ...(await foldTrainees(knex, folding)),
  ];
  await foldPatterns(knex, 'product_courses', 'product_id', folding);
  await foldPatterns(knex, 'order_courses', 'order_id', folding);
  return twins;
}

/** Of two that look the same, the one without anything invisible keeps its code. The other gets a number behind it. */
async function foldCodes(knex: Knex, table: string, code: string, { key, search }: Folding): Promise<Twin[]> {
  const keyColumn = `${code}_key`;
  const rows = await knex(table).select('id', 'name', 'search_key', { code, key: keyColumn }).orderBy('id');
  const isKept = (row: { code: string; key: string }) => row.key === key(row.code);
  const owners = new Map<string, string>(rows.filter(isKept).map((row) => [row.key, row.code]));
  const twins: Twin[] = [];
  for (const row of rows) {
    // A key that starts with a space belongs to a course that lost its short name to another one.
    const isOwn = isKept(row) || row.key.startsWith(' ');
    const owner = isOwn ? undefined : owners.get(key(row.code));
    const after = owner === undefined ? row.code : freeCode(row.code, (one) => owners.has(key(one)));
    if (owner !== undefined) {
      const names = { was: row.code, is: after, looked_like: owner };
      twins.push({ action: `${table}.twin`, ...(table === 'customers' && { customerId: row.id }), after: names });
    }
    if (!isOwn) owners.set(key(after), after);
    const changed = { [code]: after, [keyColumn]: isOwn ? row.key : key(after), search_key: search(after, row.name) };
    const isChanged = !isOwn || changed.search_key !== row.search_key;
    if (isChanged) await knex(table).where({ id: row.id }).update(changed);
  }
  return twins;
}

function freeCode(code: string, isTaken: (code: string) => boolean): string {
  for (let number = 2; ; number += 1) {
    const free = `${plainText(code)}-${number}`;
    if (!isTaken(free)) return free;
  }
}

/** Trainees who are one person stay two, with their seats: whose they are is a human decision. */
async function foldTrainees(knex: Knex, { email: keyOf, search }: Folding): Promise<Twin[]> {
  const twins: Twin[] = [];
  for (let last = 0; ; ) {
    const rows = await knex('trainees').where('id', '>', last).orderBy('id').limit(BATCH);
    for (const { id, customer_id: customerId, ...row } of rows) {
      last = id;
      const email = keyOf(row.email);
      const isMoved = email !== row.email;
      const other = isMoved && (await knex('trainees').where({ customer_id: customerId, email }).first('id'));
      if (other) twins.push({ action: 'trainees.twin', customerId, after: { trainee: id, same_as: other.id } });
      const changed = {
        email: other ? row.email : email,
        search_key: search(row.first_name, row.last_name, email),
      };
      const isChanged = changed.email !== row.email || changed.search_key !== row.search_key;
      if (isChanged) await knex('trainees').where({ id }).update(changed);
    }
    if (rows.length < BATCH) return twins;
  }
}

/** Two entries of one list that are the same now become one. */
async function foldPatterns(knex: Knex, table: string, owner: string, { key }: Folding): Promise<void> {
  const known = await knex(table).distinct('pattern', 'pattern_key');
  for (const { pattern, pattern_key: before } of known) {
    const after = key(pattern);
    if (after === before) continue;
    const there = knex(`${table} as other`)
      .where('other.pattern_key', after)
      .whereRaw(`other.${owner} = ${table}.${owner}`);
    const own = () => knex(table).where({ pattern, pattern_key: before });
    await own().whereExists(there).delete();
    await own().update({ pattern_key: after });
  }
}
