import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // Seats that the coordinator may assign per month; null is unlimited.
  await knex.raw('alter table coordinators add column quota integer check (quota is null or quota >= 1)');

  // The products that the coordinator may assign; no row means all.
  await knex.schema.createTable('coordinator_products', (table) => {
    table.integer('customer_id').notNullable();
    table.text('team_id').notNullable();
    table.text('user_id').notNullable();
    table.integer('product_id').notNullable().references('products.id');
    table.primary(['team_id', 'user_id', 'customer_id', 'product_id']);
    table
      .foreign(['team_id', 'user_id', 'customer_id'])
      .references(['team_id', 'user_id', 'customer_id'])
      .inTable('coordinators')
      .onDelete('CASCADE');
  });

  // A delegate for a coordinator, from one of the customer's days to another, both included.
  await knex.schema.createTable('delegations', (table) => {
    table.increments('id');
    table.integer('customer_id').notNullable();
    table.text('team_id').notNullable();
    table.text('user_id').notNullable();
    table.text('to_team').notNullable();
    table.text('to_user').notNullable();
    table.text('from_day').notNullable();
    table.text('to_day').notNullable();
    table.text('ended_at');
    table
      .foreign(['team_id', 'user_id', 'customer_id'])
      .references(['team_id', 'user_id', 'customer_id'])
      .inTable('coordinators')
      .onDelete('CASCADE');
    table.check('to_day >= from_day', [], 'delegations_days');
    table.index(['to_team', 'to_user']);
  });

  // The coordinator whose quota the assignment counts against, also when a delegate assigned it.
  await knex.raw('alter table assignments add column quota_team text');
  await knex.raw('alter table assignments add column quota_user text');
  await knex.raw(`create index assignments_by_quota
    on assignments (quota_team, quota_user, customer_id, assigned_at)`);

  // A person can become a coordinator with the button posted for them.
  await knex.schema.createTable('invitations', (table) => {
    table.increments('id');
    table.integer('customer_id').notNullable().references('customers.id');
    // Null when Slack did not return the person's team.
    table.text('team_id');
    table.text('user_id').notNullable();
    table.integer('quota');
    table.text('state').notNullable();
    table.text('invited_at').notNullable();
    table.text('invited_by_team').notNullable();
    table.text('invited_by_user').notNullable();
    table.check("state in ('open', 'accepted', 'withdrawn')", [], 'invitations_state');
  });
  await knex.raw("create unique index invitations_one_open on invitations (customer_id, user_id) where state = 'open'");
  await knex.schema.createTable('invitation_products', (table) => {
    table.integer('invitation_id').notNullable().references('invitations.id');
    table.integer('product_id').notNullable().references('products.id');
    table.primary(['invitation_id', 'product_id']);
  });

  // A person's request to become a coordinator.
  await knex.schema.createTable('access_requests', (table) => {
    table.increments('id');
    table.integer('customer_id').notNullable().references('customers.id');
    table.text('team_id').notNullable();
    table.text('user_id').notNullable();
    table.text('state').notNullable();
    table.text('asked_at').notNullable();
    table.text('answered_at');
    table.text('answered_by_team');
    table.text('answered_by_user');
    table.check("state in ('open', 'approved', 'declined')", [], 'access_requests_state');
    table.check("(state = 'open') = (answered_at is null)", [], 'access_requests_answered');
  });
  await knex.raw(`create unique index access_requests_one_open
    on access_requests (customer_id, team_id, user_id) where state = 'open'`);
}

export async function down(knex: Knex): Promise<void> {
  for (const table of [
    'access_requests',
    'invitation_products',
    'invitations',
    'delegations',
    'coordinator_products',
  ]) {
    await knex.schema.dropTable(table);
  }
  await knex.raw('drop index assignments_by_quota');
  await knex.raw('alter table assignments drop column quota_user');
  await knex.raw('alter table assignments drop column quota_team');
  await knex.raw('alter table coordinators drop column quota');
}
