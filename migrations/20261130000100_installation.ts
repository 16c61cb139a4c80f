import type { Knex } from 'knex';

/** The workspaces of the local workspace's people. */
const LOCAL_TEAMS = ['T000000001', 'T0GLOBEX001'];

export async function up(knex: Knex): Promise<void> {
  // The Slack workspace and the Moodle that the database is used with: a team id or an address, 'local' for the local
  // workspace, 'unknown' for data that is older than this table.
  await knex.schema.createTable('installation', (table) => {
    table.text('kind').primary();
    table.text('value').notNullable();
    table.text('name');
    table.text('since').notNullable();
    table.check("kind in ('slack', 'moodle')", [], 'installation_kind');
  });
  const slack = await slackUntilNow(knex);
  if (!slack) return;
  const since = new Date().toISOString();
  await knex('installation').insert({ kind: 'slack', value: slack, since });
  const synced = await knex('courses').whereNotNull('moodle_id').first('id');
  if (synced) await knex('installation').insert({ kind: 'moodle', value: slack, since });
}

/** Undefined when the data was never used with any Slack. */
async function slackUntilNow(knex: Knex): Promise<string | undefined> {
  const teams: string[] = await knex('ledger').whereNot({ actor_team: 'system' }).distinct().pluck('actor_team');
  if (teams.some((team) => !LOCAL_TEAMS.includes(team))) return 'unknown';
  const demonstrated = await knex('coordinators').whereIn('team_id', LOCAL_TEAMS).first('team_id');
  if (teams.length > 0 || demonstrated) return 'local';
  const sent = await knex('outbox').where({ state: 'sent' }).first('id');
  return sent && 'unknown';
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('installation');
}
