import type { Knex } from 'knex';

const SCHEDULE = 'timezone, reminder_time, reminder_days, reminder_frequency, holiday_country, snoozed_until, id';

export async function up(knex: Knex): Promise<void> {
  await refuseSharedChannels(knex);
  for (const column of [
    'archived_at text',
    "notes text not null default ''",
    // Counts what people change about a customer, so that nobody writes over what they have not seen.
    'version integer not null default 1',
    // The name of a channel that is to be made; empty again when there is one.
    'new_channel text',
    // Whoever chose the channel, or had it made: named in its welcome, and told when that fails.
    'channel_by_team text',
    'channel_by_user text',
  ]) {
    await knex.raw(`alter table customers add column ${column}`);
  }
  // Archived customers are left out by the same index that finds the others.
  await knex.raw('drop index customers_reminders');
  await knex.raw(`create index customers_reminders on customers (archived_at, ${SCHEDULE})`);
  // What is said in a channel is said to one customer; one that is archived keeps its own for when it is restored.
  await knex.raw('drop index customers_channel_index');
  await knex.raw('create unique index customers_channel_unique on customers (channel) where channel is not null');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop index customers_channel_unique');
  await knex.raw('create index customers_channel_index on customers (channel)');
  await knex.raw('drop index customers_reminders');
  await knex.raw(`create index customers_reminders on customers (${SCHEDULE})`);
  for (const column of ['channel_by_user', 'channel_by_team', 'new_channel', 'version', 'notes', 'archived_at']) {
    await knex.raw(`alter table customers drop column ${column}`);
  }
}

/** Which of them the channel belongs to is for people to decide. */
async function refuseSharedChannels(knex: Knex): Promise<void> {
  const shared = knex('customers').select('channel').groupBy('channel').havingRaw('count(*) > 1');
  const rows = await knex('customers')
    .whereIn('channel', shared)
    .orderBy(['channel', 'code'])
    .select('channel', 'code');
  if (rows.length === 0) return;
  const lines = rows.map(({ channel, code }) => `  ${channel}: ${code}`);
  const error = new Error(
    [
      'Several customers have the same channel, so what is said to one is read by another. Nothing was changed. Give each a channel of',
      'its own, or none, with the version you had (npm run seats -- import), or in the database, and start again:',
      ...lines,
    ].join('\n'),
  );
  error.name = 'MigrationRefused';
  throw error;
}
