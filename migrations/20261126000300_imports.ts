import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // Files chosen in Slack, with their rows and verdicts, until the person confirms the import.
  await knex.schema.createTable('imports', (table) => {
    table.text('key').primary();
    table.text('team_id').notNullable();
    table.text('user_id').notNullable();
    table.text('file_id').notNullable();
    table.text('state').notNullable();
    table.text('kind');
    table.text('sheet');
    table.text('report');
    table.text('created_at').notNullable().index();
    table.check("state in ('reading', 'ready', 'importing', 'imported', 'cancelled')", [], 'imports_state');
    table.check("(state = 'reading') = (report is null)", [], 'imports_report');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('imports');
}
