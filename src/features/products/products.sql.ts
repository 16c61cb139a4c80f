import { foldKey, searchKey } from '../../core/text';
import type { Instant } from '../../core/time';
import type { Database } from '../../database/database';
import { inserted } from '../../database/inserted';
import { MAX_FOUND, matchingWords } from '../../database/search';
import type { ProductRow } from '../../database/tables';
import { DEFAULTED, type Product, type ProductTerms } from './product';

export async function findProduct(db: Database, code: string): Promise<Product | undefined> {
  const row = await db('products').where('code_key', foldKey(code)).first();
  return row && (await withCourses(db, [row]))[0];
}

/**
 * Products on sale, or products that a customer bought, by name or code; the first hundred. `only` restricts the
 * result.
 */
export async function searchProducts(
  db: Database,
  search: string,
  { boughtBy, only }: { boughtBy?: number; only?: readonly number[] | undefined } = {},
): Promise<Product[]> {
  const query = db('products').orderBy(['name', 'id']).limit(MAX_FOUND);
  if (boughtBy === undefined) query.whereNull('archived_at');
  else query.whereIn('id', db('orders').where({ customer_id: boughtBy }).select('product_id'));
  if (only) query.whereIn('id', [...only]);
  return withCourses(db, await matchingWords(query, 'search_key', search));
}

/** One page of all products, those on sale first, and their number. */
export async function pageProducts(
  db: Database,
  search: string,
  page: { size: number; offset: number },
): Promise<{ products: Product[]; total: number }> {
  const [counted] = await matchingWords(db('products').count({ count: '*' }), 'search_key', search);
  const query = db('products')
    .orderByRaw('case when archived_at is null then 0 else 1 end')
    .orderBy(['name', 'id'])
    .limit(page.size)
    .offset(page.offset);
  const products = await withCourses(db, await matchingWords(query, 'search_key', search));
  return { products, total: Number(counted?.count ?? 0) };
}

/** All products on sale, by code. */
export async function productsOnSale(db: Database): Promise<Product[]> {
  return withCourses(db, await db('products').whereNull('archived_at').orderBy(['code_key']));
}

/** Inserts or updates by code, including the restriction; call it in a transaction. */
export async function saveProduct(db: Database, product: ProductTerms): Promise<void> {
  const revision = db.raw('products.revision + 1');
  const saved = await db('products')
    .insert(toRow(product))
    .onConflict('code_key')
    .merge({ ...toRow(product), revision })
    .returning('id');
  await saveCourses(db, inserted(saved).id, product);
}

/** False when the code is taken; call it in a transaction. */
export async function insertProduct(db: Database, product: ProductTerms): Promise<boolean> {
  const [saved] = await db('products').insert(toRow(product)).onConflict('code_key').ignore().returning('id');
  if (saved) await saveCourses(db, saved.id, product);
  return saved !== undefined;
}

/** False when the revision has changed; call it in a transaction. */
export async function updateProduct(db: Database, product: ProductTerms, revision: number): Promise<boolean> {
  const { code, code_key, ...row } = toRow(product);
  const [saved] = await db('products')
    .where({ code_key, revision })
    .update({ ...row, revision: revision + 1 })
    .returning('id');
  if (saved) await saveCourses(db, saved.id, product);
  return saved !== undefined;
}

/** False when nothing changed. */
export async function markArchived(db: Database, id: number, at: Instant | undefined): Promise<boolean> {
  const query = db('products').where({ id });
  if (at) query.whereNull('archived_at');
  else query.whereNotNull('archived_at');
  const changed = await query.update({ archived_at: at ?? null, revision: db.raw('revision + 1') });
  return changed === 1;
}

function toRow(product: ProductTerms) {
  return {
    code: product.code,
    code_key: foldKey(product.code),
    name: product.name,
    description: product.description ?? null,
    search_key: searchKey(product.code, product.name),
    pack_size: product.packSize,
    role: product.role,
    supervisor_role: product.supervisorRole,
    duration_days: product.durationDays ?? null,
    start_date: product.startDate ?? null,
    end_date: product.endDate ?? null,
    assign_within_days: product.assignWithinDays ?? null,
    customer_support: product.customerSupport ?? null,
    start_second: product.startSecond ?? null,
    end_second: product.endSecond ?? null,
    left_out: product.leftOut.join(','),
  };
}

async function saveCourses(db: Database, productId: number, { courses }: ProductTerms): Promise<void> {
  await db('product_courses').where({ product_id: productId }).delete();
  const patterns = courses.map((pattern, position) => ({
    product_id: productId,
    pattern,
    pattern_key: foldKey(pattern),
    position,
  }));
  if (patterns.length > 0) await db.batchInsert('product_courses', patterns, 200);
}

async function withCourses(db: Database, rows: ProductRow[]): Promise<Product[]> {
  const patterns = await db('product_courses')
    .whereIn(
      'product_id',
      rows.map((row) => row.id),
    )
    .orderBy(['position', 'pattern_key']);
  return rows.map((row) => {
    const own = patterns.filter((pattern) => pattern.product_id === row.id);
    return fromRow(
      row,
      own.map(({ pattern }) => pattern),
    );
  });
}

function fromRow(row: ProductRow, courses: string[]): Product {
  const leftOut = row.left_out.split(',');
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    description: row.description ?? undefined,
    packSize: row.pack_size,
    courses,
    role: row.role,
    supervisorRole: row.supervisor_role,
    durationDays: row.duration_days ?? undefined,
    startDate: row.start_date ?? undefined,
    endDate: row.end_date ?? undefined,
    assignWithinDays: row.assign_within_days ?? undefined,
    customerSupport: row.customer_support ?? undefined,
    startSecond: row.start_second === null ? undefined : Number(row.start_second),
    endSecond: row.end_second === null ? undefined : Number(row.end_second),
    leftOut: DEFAULTED.filter((term) => leftOut.includes(term)),
    archived: row.archived_at !== null,
    revision: row.revision,
  };
}
