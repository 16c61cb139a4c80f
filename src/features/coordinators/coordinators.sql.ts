import { type Coordinator, type Limits, NO_LIMITS } from '../../core/coordinator';
import type { Identity } from '../../core/identity';
import type { Database } from '../../database/database';
import type { CoordinatorRow } from '../../database/tables';

export async function coordinatorsOf(db: Database, customerId: number): Promise<Coordinator[]> {
  const rows = await db('coordinators').where({ customer_id: customerId }).orderBy(['team_id', 'user_id']);
  return withProducts(db, rows);
}

export async function findCoordinator(
  db: Database,
  customerId: number,
  identity: Identity,
): Promise<Coordinator | undefined> {
  const rows = await db('coordinators').where({ customer_id: customerId, ...columns(identity) });
  return (await withProducts(db, rows))[0];
}

/** Returns false, and changes nothing, when they already are a coordinator. */
export async function addCoordinator(
  db: Database,
  customerId: number,
  identity: Identity,
  limits: Limits = NO_LIMITS,
): Promise<boolean> {
  const row = { customer_id: customerId, ...columns(identity), quota: limits.quota ?? null };
  const inserted = await db('coordinators').insert(row).onConflict().ignore().returning('user_id');
  if (inserted.length > 0) await saveProducts(db, customerId, identity, limits.products);
  return inserted.length > 0;
}

/** Returns false when they no longer are a coordinator. */
export async function saveLimits(
  tx: Database,
  customerId: number,
  identity: Identity,
  { products, quota }: Limits,
): Promise<boolean> {
  const key = { customer_id: customerId, ...columns(identity) };
  const changed = await tx('coordinators')
    .where(key)
    .update({ quota: quota ?? null });
  if (changed === 0) return false;
  await tx('coordinator_products').where(key).delete();
  await saveProducts(tx, customerId, identity, products);
  return true;
}

/** Also ends their delegations. Returns false when they were not a coordinator. */
export async function removeCoordinator(tx: Database, customerId: number, identity: Identity): Promise<boolean> {
  return (
    (await tx('coordinators')
      .where({ customer_id: customerId, ...columns(identity) })
      .delete()) > 0
  );
}

/** Blocks concurrent assignments in this coordinator's name until the transaction ends, so that the quota holds. */
export async function lockCoordinator(tx: Database, customerId: number, identity: Identity): Promise<void> {
  await tx('coordinators')
    .where({ customer_id: customerId, ...columns(identity) })
    .update({ quota: tx.ref('quota') });
}

async function saveProducts(db: Database, customerId: number, identity: Identity, products: readonly number[]) {
  const rows = products.map((id) => ({ customer_id: customerId, ...columns(identity), product_id: id }));
  if (rows.length > 0) await db('coordinator_products').insert(rows);
}

async function withProducts(db: Database, rows: readonly CoordinatorRow[]): Promise<Coordinator[]> {
  if (rows.length === 0) return [];
  const limits = await db('coordinator_products')
    .whereIn(
      ['customer_id', 'team_id', 'user_id'],
      rows.map((row) => [row.customer_id, row.team_id, row.user_id]),
    )
    .orderBy('product_id');
  return rows.map((row) => {
    const own = limits.filter(
      (limit) =>
        limit.customer_id === row.customer_id && limit.team_id === row.team_id && limit.user_id === row.user_id,
    );
    return fromRow(
      row,
      own.map((limit) => limit.product_id),
    );
  });
}

export function fromRow(row: CoordinatorRow, products: readonly number[]): Coordinator {
  return { teamId: row.team_id, userId: row.user_id, products, quota: row.quota ?? undefined };
}

export function columns({ teamId, userId }: Identity) {
  return { team_id: teamId, user_id: userId };
}
