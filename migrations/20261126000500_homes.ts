import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // The people who have opened the Home, and their current pages of it, so that it can be refreshed.
  await knex.schema.createTable('homes', (table) => {
    table.text('team_id').notNullable();
    table.text('user_id').notNullable();
    table.integer('page').notNullable();
    table.integer('stock_page').notNullable();
    // 1 when the Home showed data of all customers.
    table.integer('sees_all').notNullable();
    // 1 when the Home showed that messages wait, so it has to be refreshed once they are sent.
    table.integer('shows_waiting').notNullable();
    table.text('opened_at').notNullable();
    table.primary(['team_id', 'user_id']);
    table.check('sees_all in (0, 1)', [], 'homes_sees_all');
    table.check('shows_waiting in (0, 1)', [], 'homes_shows_waiting');
  });
  // The seats left of each customer with an order: counting all of them at every request would take too long.
  await knex.schema.createTable('customer_stock', (table) => {
    table.integer('customer_id').primary().references('customers.id');
    table.integer('seats_left').notNullable();
    // The customer's day of the count: seats expire with each day.
    table.text('counted_on').notNullable();
    table.check('seats_left >= 0', [], 'customer_stock_seats_left');
  });
  await countStock(knex);
  await knex.raw('create index customer_stock_fewest on customer_stock (seats_left, customer_id)');
  await knex.raw('create index orders_expiring on orders (assign_by)');
  await knex.raw('create index orders_generated on orders (generated_at)');
  await knex.raw("create index seat_requests_open on seat_requests (asked_at) where state = 'open'");
  await knex.raw("create index outbox_dead on outbox (id) where state = 'dead'");
  await knex.raw('create index customers_broken on customers (name) where channel_error is not null');
}

export async function down(knex: Knex): Promise<void> {
  for (const index of [
    'customers_broken',
    'outbox_dead',
    'seat_requests_open',
    'orders_generated',
    'orders_expiring',
  ]) {
    await knex.raw(`drop index ${index}`);
  }
  await knex.schema.dropTable('customer_stock');
  await knex.schema.dropTable('homes');
}

/** Counts what is left of existing orders, on each customer's own day. */
async function countStock(knex: Knex): Promise<void> {
  const zones: string[] = await knex('customers').distinct('timezone').pluck('timezone');
  for (const zone of zones) {
    // The Swedish locale formats a day as `YYYY-MM-DD`.
    const day = new Intl.DateTimeFormat('sv', { timeZone: zone }).format(new Date());
    await knex.raw(
      `insert into customer_stock (customer_id, counted_on, seats_left)
       select customers.id, cast(? as text), (select count(*) from orders
         join seats on seats.order_id = orders.id and seats.state = 'unassigned'
         where orders.customer_id = customers.id and (orders.assign_by is null or orders.assign_by >= ?))
       from customers where timezone = ?
       and exists (select 1 from orders where orders.customer_id = customers.id and cancelled_at is null)`,
      [day, day, zone],
    );
  }
}
