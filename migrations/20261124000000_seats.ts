import type { Knex } from 'knex';

// Instants are ISO 8601 text in UTC, days are `YYYY-MM-DD` text: both sort and compare alike on SQLite and PostgreSQL.

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('courses', (table) => {
    table.increments('id');
    table.text('shortname').notNullable();
    table.text('shortname_key').notNullable().unique();
    table.text('name').notNullable();
    table.text('search_key').notNullable();
    table.text('hidden_at');
  });

  await knex.schema.createTable('products', (table) => {
    table.increments('id');
    table.text('code').notNullable();
    table.text('code_key').notNullable().unique();
    table.text('name').notNullable();
    table.text('search_key').notNullable();
    table.integer('pack_size').notNullable();
    table.text('role').notNullable();
    table.text('supervisor_role').notNullable();
    table.integer('duration_days');
    table.text('start_date');
    table.text('end_date');
    table.integer('assign_within_days');
    table.text('archived_at');
    table.check('pack_size >= 1', [], 'products_pack_size');
    table.check('duration_days is null or duration_days >= 1', [], 'products_duration');
    table.check('start_date is null or end_date is null or end_date >= start_date', [], 'products_dates');
    table.check('assign_within_days is null or assign_within_days >= 1', [], 'products_assign_within');
  });

  await knex.schema.createTable('product_courses', (table) => {
    table.integer('product_id').notNullable().references('products.id').onDelete('CASCADE');
    table.text('pattern').notNullable();
    table.text('pattern_key').notNullable();
    table.primary(['product_id', 'pattern_key']);
  });

  await knex.schema.createTable('customers', (table) => {
    table.increments('id');
    table.text('code').notNullable();
    table.text('code_key').notNullable().unique();
    table.text('name').notNullable();
    table.text('search_key').notNullable();
    table.text('channel').index();
    table.text('timezone').notNullable();
    table.text('locale').notNullable();
    table.check("locale in ('en', 'fr')", [], 'customers_locale');
  });

  await knex.schema.createTable('coordinators', (table) => {
    table.integer('customer_id').notNullable().references('customers.id');
    table.text('team_id').notNullable();
    table.text('user_id').notNullable();
    table.primary(['team_id', 'user_id', 'customer_id']);
  });

  // Caches Slack's profiles, so that no answer waits for a look-up.
  await knex.schema.createTable('profiles', (table) => {
    table.text('team_id').notNullable();
    table.text('user_id').notNullable();
    table.text('locale');
    table.text('checked_at').notNullable();
    table.primary(['team_id', 'user_id']);
  });

  await knex.schema.createTable('trainees', (table) => {
    table.increments('id');
    table.integer('customer_id').notNullable().references('customers.id');
    table.text('email').notNullable();
    table.text('first_name').notNullable();
    table.text('last_name').notNullable();
    table.text('search_key').notNullable();
    table.unique(['customer_id', 'email']);
    // Lets a foreign key require that an assignment's trainee and order belong to the same customer.
    table.unique(['id', 'customer_id']);
  });

  await knex.schema.createTable('orders', (table) => {
    table.increments('id');
    table.integer('customer_id').notNullable().references('customers.id');
    table.integer('product_id').notNullable().references('products.id');
    table.integer('quantity').notNullable();
    table.integer('pack_size').notNullable();
    table.text('external_reference');
    table.text('assign_by');
    // The product's terms at the time of sale.
    table.text('role').notNullable();
    table.text('supervisor_role').notNullable();
    table.integer('duration_days');
    table.text('start_date');
    table.text('end_date');
    table.text('generated_at').notNullable();
    table.text('generated_by_team').notNullable();
    table.text('generated_by_user').notNullable();
    table.text('cancelled_at');
    table.text('cancel_reason');
    table.unique(['id', 'customer_id']);
    table.index(['customer_id', 'id']);
    table.check('quantity between 1 and 10000', [], 'orders_quantity');
    table.check('pack_size >= 1', [], 'orders_pack_size');
    table.check('(cancelled_at is null) = (cancel_reason is null)', [], 'orders_cancelled');
  });

  await knex.schema.createTable('order_courses', (table) => {
    table.integer('order_id').notNullable().references('orders.id');
    table.text('pattern').notNullable();
    table.text('pattern_key').notNullable();
    table.primary(['order_id', 'pattern_key']);
  });

  await knex.schema.createTable('seats', (table) => {
    table.increments('id');
    table.integer('order_id').notNullable().references('orders.id');
    table.text('state').notNullable();
    table.unique(['order_id', 'id']);
    table.check("state in ('unassigned', 'assigned', 'cancelled')", [], 'seats_state');
  });
  // Finds and counts unassigned seats without reading the used ones.
  await knex.raw("create index seats_unassigned on seats (order_id, id) where state = 'unassigned'");

  await knex.schema.createTable('assignments', (table) => {
    table.increments('id');
    table.integer('customer_id').notNullable();
    table.integer('order_id').notNullable();
    table.integer('seat_id').notNullable();
    table.integer('trainee_id').notNullable();
    table.integer('course_id').notNullable().references('courses.id');
    table.text('role').notNullable();
    table.text('start_date').notNullable();
    table.text('end_date');
    table.text('assigned_at').notNullable();
    table.text('ended_at');
    // Together, these three foreign keys keep every assignment within one customer.
    table.foreign(['order_id', 'customer_id']).references(['id', 'customer_id']).inTable('orders');
    table.foreign(['order_id', 'seat_id']).references(['order_id', 'id']).inTable('seats');
    table.foreign(['trainee_id', 'customer_id']).references(['id', 'customer_id']).inTable('trainees');
    table.check('end_date is null or end_date >= start_date', [], 'assignments_dates');
  });
  await knex.raw('create unique index assignments_one_per_seat on assignments (seat_id) where ended_at is null');
  await knex.raw(
    'create unique index assignments_one_per_course on assignments (trainee_id, course_id) where ended_at is null',
  );

  // The ledger refers to trainees by id only, because it outlives their personal data.
  await knex.schema.createTable('ledger', (table) => {
    table.increments('id');
    table.text('at').notNullable();
    table.text('actor_team').notNullable();
    table.text('actor_user').notNullable();
    table.text('action').notNullable();
    table.text('subject').notNullable();
    table.integer('customer_id').references('customers.id');
    table.text('before');
    table.text('after');
    table.text('reason');
    table.index(['subject', 'id']);
  });

  await knex.schema.createTable('outbox', (table) => {
    table.increments('id');
    table.text('dedupe_key').notNullable().unique();
    table.text('kind').notNullable();
    table.text('subject').notNullable();
    table.text('state').notNullable();
    table.integer('attempts').notNullable();
    table.text('created_at').notNullable();
    table.text('due_at').notNullable();
    table.text('lease_until');
    table.text('slack_channel');
    table.text('slack_ts');
    table.text('last_error');
    table.index(['subject', 'kind']);
    table.check("state in ('pending', 'sending', 'sent', 'unknown', 'dead')", [], 'outbox_state');
  });
  await knex.raw("create index outbox_waiting on outbox (due_at, id) where state in ('pending', 'sending', 'unknown')");

  await knex.schema.createTable('submissions', (table) => {
    table.text('key').primary();
    table.text('team_id').notNullable();
    table.text('user_id').notNullable();
    table.text('result').notNullable();
    table.text('at').notNullable().index();
  });
}

export async function down(knex: Knex): Promise<void> {
  const tables = ['submissions', 'outbox', 'ledger', 'assignments', 'seats', 'order_courses', 'orders', 'trainees'];
  tables.push('profiles', 'coordinators', 'customers', 'product_courses', 'products', 'courses');
  for (const table of tables) await knex.schema.dropTable(table);
}
