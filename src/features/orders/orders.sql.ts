import { orderReference, parseOrderReference } from '../../core/reference';
import { foldKey } from '../../core/text';
import type { Instant } from '../../core/time';
import type { Count, Row } from '../../database/columns';
import type { Database } from '../../database/database';
import { inserted } from '../../database/inserted';
import type { Order } from './order';

type JoinedRow = Row<'orders'> &
  Pick<Row<'customers'>, 'channel' | 'timezone' | 'locale' | 'channel_error' | 'archived_at'> &
  Record<'customer_code' | 'customer_name' | 'product_code' | 'product_name', string>;

export async function findOrder(db: Database, reference: string): Promise<Order | undefined> {
  const id = parseOrderReference(reference);
  return id === undefined ? undefined : (await findOrders(db, [id]))[0];
}

/** Throws when the order does not exist. */
export async function getOrder(db: Database, reference: string): Promise<Order> {
  const order = await findOrder(db, reference);
  if (!order) throw new Error(`There is no order ${reference}.`);
  return order;
}

/** In the order of `ids`; skips unknown ids. */
export async function findOrders(db: Database, ids: readonly number[]): Promise<Order[]> {
  const rows = await db('orders')
    .join('customers', 'customers.id', 'orders.customer_id')
    .join('products', 'products.id', 'orders.product_id')
    .whereIn('orders.id', [...ids])
    .select('orders.*')
    .select('channel', 'timezone', 'locale', 'channel_error', 'customers.archived_at')
    .select({ customer_code: 'customers.code', customer_name: 'customers.name' })
    .select({ product_code: 'products.code', product_name: 'products.name' });
  const patterns = await db('order_courses')
    .whereIn('order_id', [...ids])
    .orderBy('pattern_key');
  const orders = new Map(
    rows.map((row) => {
      const courses = patterns.filter((pattern) => pattern.order_id === row.id).map((pattern) => pattern.pattern);
      return [row.id, fromRow(row, courses)];
    }),
  );
  return ids.flatMap((id) => orders.get(id) ?? []);
}

/** Returns the new id. Call in a transaction: the terms are separate rows. */
export async function insertOrder(
  db: Database,
  order: Omit<Order, 'id' | 'reference' | 'seats' | 'cancelled'>,
): Promise<number> {
  const row = {
    customer_id: order.customer.id,
    product_id: order.product.id,
    quantity: order.quantity,
    pack_size: order.packSize,
    external_reference: order.externalReference ?? null,
    assign_by: order.assignBy ?? null,
    role: order.terms.role,
    supervisor_role: order.terms.supervisorRole,
    duration_days: order.terms.durationDays ?? null,
    start_date: order.terms.startDate ?? null,
    end_date: order.terms.endDate ?? null,
    generated_at: order.generatedAt,
    generated_by_team: order.generatedBy.teamId,
    generated_by_user: order.generatedBy.userId,
  };
  const { id } = inserted(await db('orders').insert(row).returning('id'));
  const patterns = order.terms.courses.map((pattern) => ({ order_id: id, pattern, pattern_key: foldKey(pattern) }));
  if (patterns.length > 0) await db('order_courses').insert(patterns);
  return id;
}

export async function markCancelled(db: Database, id: number, reason: string, at: Instant): Promise<void> {
  await db('orders').where({ id }).update({ cancelled_at: at, cancel_reason: reason });
}

function fromRow(row: JoinedRow, courses: string[]): Order {
  return {
    id: row.id,
    reference: orderReference(row.id),
    customer: {
      id: row.customer_id,
      code: row.customer_code,
      name: row.customer_name,
      channel: row.channel ?? undefined,
      timezone: row.timezone,
      locale: row.locale,
      channelError: row.channel_error ?? undefined,
      archived: row.archived_at !== null,
    },
    product: { id: row.product_id, code: row.product_code, name: row.product_name },
    quantity: row.quantity,
    packSize: row.pack_size,
    seats: row.quantity * row.pack_size,
    terms: {
      courses,
      role: row.role,
      supervisorRole: row.supervisor_role,
      durationDays: row.duration_days ?? undefined,
      startDate: row.start_date ?? undefined,
      endDate: row.end_date ?? undefined,
    },
    externalReference: row.external_reference ?? undefined,
    assignBy: row.assign_by ?? undefined,
    generatedAt: row.generated_at,
    generatedBy: { teamId: row.generated_by_team, userId: row.generated_by_user },
    cancelled: row.cancelled_at === null ? undefined : { at: row.cancelled_at, reason: row.cancel_reason ?? '' },
  };
}

/** Orders and seats generated since then, without cancelled ones. */
export async function countSold(db: Database, since: Instant): Promise<{ orders: number; seats: number }> {
  const row = await db('orders')
    .where('generated_at', '>=', since)
    .whereNull('cancelled_at')
    .count({ orders: '*' })
    .select<{ seats: Count | null }>(db.raw('sum(quantity * pack_size) as seats'))
    .first();
  return { orders: Number(row?.orders ?? 0), seats: Number(row?.seats ?? 0) };
}

/** Ignores cancelled orders. */
export async function hasOrders(db: Database, customerId: number): Promise<boolean> {
  const row = await db('orders').where({ customer_id: customerId }).whereNull('cancelled_at').first('id');
  return row !== undefined;
}

/** Counts cancelled orders, too. */
export async function hasBought(db: Database, customerId: number, productId: number): Promise<boolean> {
  const row = await db('orders').where({ customer_id: customerId, product_id: productId }).first('id');
  return row !== undefined;
}

/** References of the customer's orders with unassigned seats. */
export async function ordersOnOffer(db: Database, customerId: number): Promise<string[]> {
  const rows = await db('orders')
    .where({ customer_id: customerId })
    .whereNull('cancelled_at')
    .whereRaw("exists (select 1 from seats where order_id = orders.id and state = 'unassigned')")
    .orderBy('id')
    .select('id');
  return rows.map(({ id }) => orderReference(id));
}

/** Short names of the Moodle roles that unassigned seats grant, for trainees and supervisors. */
export async function rolesOnOffer(db: Database): Promise<string[]> {
  const rows = await db('orders')
    .whereNull('cancelled_at')
    .whereRaw("exists (select 1 from seats where order_id = orders.id and state = 'unassigned')")
    .distinct('role', 'supervisor_role');
  return [...new Set(rows.flatMap(({ role, supervisor_role }) => [role, supervisor_role]))];
}

export async function wereOrdersChangedSince(db: Database, customerId: number, since: Instant): Promise<boolean> {
  const row = await db('orders')
    .where({ customer_id: customerId })
    .where((changed) => changed.where('generated_at', '>=', since).orWhere('cancelled_at', '>=', since))
    .first('id');
  return row !== undefined;
}
