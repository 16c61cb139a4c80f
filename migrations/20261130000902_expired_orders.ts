import type { Knex } from 'knex';

const MARK = 'order.refresh:expired_before:';
const BATCH = 100;

/**
 * Orders that expired under an earlier version still show the button to assign their seats: each is drawn anew, once,
 * after everything else. How an order stands is read when its message is drawn, so a day too many does no harm.
 */
export async function up(knex: Knex): Promise<void> {
  const now = new Date();
  const tomorrow = new Date(now.getTime() + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  const orders: { id: number; channel: string | null }[] = await knex('orders')
    .join('customers', 'customers.id', 'orders.customer_id')
    .whereNull('orders.cancelled_at')
    .where('orders.assign_by', '<', tomorrow)
    .orderBy('orders.id')
    .select('orders.id', 'customers.channel');
  const messages: string[] = await knex('standing_messages').where('subject', 'like', 'order:%').pluck('subject');
  const posted = new Set(messages);
  const entries = orders.flatMap(({ id, channel }) => {
    const subject = `B${String(id).padStart(10, '0')}`;
    return posted.has(`order:${subject}`) ? [entryFor(subject, channel, now.toISOString())] : [];
  });
  for (let at = 0; at < entries.length; at += BATCH) {
    await knex('outbox')
      .insert(entries.slice(at, at + BATCH))
      .onConflict()
      .ignore();
  }
}

export async function down(knex: Knex): Promise<void> {
  await knex('outbox').where('dedupe_key', 'like', `${MARK}%`).where({ state: 'pending' }).delete();
}

function entryFor(subject: string, channel: string | null, at: string) {
  const about = `order.refresh:${subject}`;
  return {
    dedupe_key: `${MARK}${subject}`,
    coalesce_key: about,
    kind: 'order.refresh',
    subject,
    lane: channel ?? about,
    destination: 'slack' as const,
    state: 'pending' as const,
    attempts: 0,
    priority: 2 as const,
    created_at: at,
    due_at: '',
  };
}
