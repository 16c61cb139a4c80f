import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // Roles granted in the app, in addition to those of the configuration and Slack's user group.
  await knex.schema.createTable('roles', (table) => {
    table.text('team_id').notNullable();
    table.text('user_id').notNullable();
    table.text('role').notNullable();
    table.text('granted_at').notNullable();
    table.text('granted_by_team').notNullable();
    table.text('granted_by_user').notNullable();
    table.primary(['team_id', 'user_id', 'role']);
    table.check("role in ('admin', 'sales')", [], 'roles_role');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('roles');
}
