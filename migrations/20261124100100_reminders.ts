import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  for (const column of [
    "reminder_frequency text not null default 'daily' check (reminder_frequency in ('daily', 'weekly', 'never'))",
    // Local time of the customer, `HH:MM`.
    "reminder_time text not null default '09:00'",
    // Digits of ISO weekdays, 1 is Monday.
    "reminder_days text not null default '12345' check (reminder_days <> '')",
    "reminder_to text not null default 'channel' check (reminder_to in ('channel', 'direct'))",
    'holiday_country text',
    'snoozed_until text',
    // Slack's error when the channel could not be reached; null when it works.
    'channel_error text',
  ]) {
    await knex.raw(`alter table customers add column ${column}`);
  }
  await knex.raw(`create index customers_reminders on customers
    (timezone, reminder_time, reminder_days, reminder_frequency, holiday_country, snoozed_until, id)`);

  // One decision per customer and local day: the primary key makes reminders idempotent.
  await knex.schema.createTable('reminders', (table) => {
    table.integer('customer_id').notNullable().references('customers.id');
    table.text('day').notNullable();
    table.text('outcome').notNullable();
    table.text('decided_at').notNullable().index();
    table.primary(['customer_id', 'day']);
    table.check("outcome in ('digest', 'alert', 'nothing', 'late', 'moved')", [], 'reminders_outcome');
  });

  // Each threshold, in days, once per order; `day` is null when it had passed before there was anything to announce.
  await knex.schema.createTable('expiry_alerts', (table) => {
    table.integer('order_id').notNullable().references('orders.id');
    table.integer('threshold').notNullable();
    table.text('day');
    table.primary(['order_id', 'threshold']);
  });

  // Each threshold, in percent, once after each order; `order_id` is the newest of its customer and product.
  await knex.schema.createTable('stock_alerts', (table) => {
    table.integer('order_id').notNullable().references('orders.id');
    table.integer('threshold').notNullable();
    table.text('at').notNullable();
    table.primary(['order_id', 'threshold']);
  });

  await knex.schema.createTable('seat_requests', (table) => {
    table.increments('id');
    table.integer('customer_id').notNullable().references('customers.id');
    table.integer('product_id').notNullable().references('products.id');
    table.integer('seats').notNullable();
    table.text('reason').notNullable();
    table.text('asked_at').notNullable();
    table.text('asked_by_team').notNullable();
    table.text('asked_by_user').notNullable();
    table.text('state').notNullable();
    table.text('answered_at');
    table.text('answered_by_team');
    table.text('answered_by_user');
    table.text('answer');
    table.integer('order_id').references('orders.id');
    table.check("state in ('open', 'done', 'declined')", [], 'seat_requests_state');
    table.check('seats >= 1', [], 'seat_requests_seats');
    table.check("(state = 'open') = (answered_at is null)", [], 'seat_requests_answered');
    table.check("(state = 'done') = (order_id is not null)", [], 'seat_requests_order');
  });

  await knex.raw('create index assignments_by_customer on assignments (customer_id, assigned_at)');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop index assignments_by_customer');
  for (const table of ['seat_requests', 'stock_alerts', 'expiry_alerts', 'reminders']) {
    await knex.schema.dropTable(table);
  }
  await knex.raw('drop index customers_reminders');
  const columns = ['channel_error', 'snoozed_until', 'holiday_country', 'reminder_to', 'reminder_days'];
  for (const column of [...columns, 'reminder_time', 'reminder_frequency']) {
    await knex.raw(`alter table customers drop column ${column}`);
  }
}
