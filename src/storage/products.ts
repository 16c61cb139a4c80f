import type { Product } from '../domain/product';
import { foldKey, searchKey } from '../domain/text';
import type { Database } from './database';
import { MOST_FOUND, matchingWords } from './search';

interface ProductRow {
  id: number;
  code: string;
  name: string;
  pack_size: number;
  role: string;
  supervisor_role: string;
  duration_days: number | null;
  start_date: string | null;
  end_date: string | null;
  assign_within_days: number | null;
  archived_at: string | null;
}

export async function findProduct(db: Database, code: string): Promise<Product | undefined> {
  const row = await db<ProductRow>('products').where('code_key', foldKey(code)).first();
  return row && (await withCourses(db, [row]))[0];
}

/** Products on sale, or those that a customer bought, by name or code; the first hundred. `only` limits it to some. */
export async function searchProducts(
  db: Database,
  typed: string,
  bought?: { customerId: number; only?: readonly number[] | undefined },
): Promise<Product[]> {
  const query = db<ProductRow>('products').orderBy(['name', 'id']).limit(MOST_FOUND);
  if (bought) query.whereIn('id', db('orders').where({ customer_id: bought.customerId }).select('product_id'));
  else query.whereNull('archived_at');
  if (bought?.only) query.whereIn('id', [...bought.only]);
  return withCourses(db, await matchingWords(query, 'search_key', typed));
}

/** Inserts or updates by code, restriction included; call it in a transaction. */
export async function saveProduct(db: Database, product: Omit<Product, 'id' | 'archived'>): Promise<void> {
  const row = {
    code: product.code,
    code_key: foldKey(product.code),
    name: product.name,
    search_key: searchKey(product.code, product.name),
    pack_size: product.packSize,
    role: product.role,
    supervisor_role: product.supervisorRole,
    duration_days: product.durationDays ?? null,
    start_date: product.startDate ?? null,
    end_date: product.endDate ?? null,
    assign_within_days: product.assignWithinDays ?? null,
  };
  const [saved] = await db('products').insert(row).onConflict('code_key').merge().returning('id');
  await db('product_courses').where({ product_id: saved.id }).delete();
  const patterns = product.courses.map((pattern) => ({
    product_id: saved.id,
    pattern,
    pattern_key: foldKey(pattern),
  }));
  if (patterns.length > 0) await db('product_courses').insert(patterns);
}

async function withCourses(db: Database, rows: ProductRow[]): Promise<Product[]> {
  const patterns = await db('product_courses')
    .whereIn(
      'product_id',
      rows.map((row) => row.id),
    )
    .orderBy('pattern_key');
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    name: row.name,
    packSize: row.pack_size,
    courses: patterns.filter((pattern) => pattern.product_id === row.id).map((pattern) => pattern.pattern),
    role: row.role,
    supervisorRole: row.supervisor_role,
    durationDays: row.duration_days ?? undefined,
    startDate: row.start_date ?? undefined,
    endDate: row.end_date ?? undefined,
    assignWithinDays: row.assign_within_days ?? undefined,
    archived: row.archived_at !== null,
  }));
}
