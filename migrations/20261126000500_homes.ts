import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // Who has opened the Home, and on which page of it they are, so that it follows what happens.
  await knex.schema.createTable('homes', (table) => {
    table.text('team_id').notNullable();
    table.text('user_id').notNullable();
    table.integer('page').notNullable();
    // Whether they saw what concerns all customers.
    table.integer('sees_all').notNullable();
    table.text('opened_at').notNullable();
    table.primary(['team_id', 'user_id']);
    table.check('sees_all in (0, 1)', [], 'homes_sees_all');
  });
  await knex.raw('create index orders_generated on orders (generated_at)');
  await knex.raw("create index seat_requests_open on seat_requests (asked_at) where state = 'open'");
  await knex.raw('create index stock_alerts_at on stock_alerts (at)');
  await knex.raw("create index outbox_dead on outbox (id) where state = 'dead'");
  await knex.raw('create index customers_broken on customers (name) where channel_error is not null');
}

export async function down(knex: Knex): Promise<void> {
  for (const index of [
    'customers_broken',
    'outbox_dead',
    'stock_alerts_at',
    'seat_requests_open',
    'orders_generated',
  ]) {
    await knex.raw(`drop index ${index}`);
  }
  await knex.schema.dropTable('homes');
}
