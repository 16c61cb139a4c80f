import type { Knex } from 'knex';

const SCHEDULE = 'timezone, reminder_time, reminder_days, reminder_frequency, holiday_country, snoozed_until, id';

export async function up(knex: Knex): Promise<void> {
  await refuseSharedChannels(knex);
  for (const column of [
    'archived_at text',
    "notes text not null default ''",
    // Incremented when a person changes the customer, for optimistic locking.
    'version integer not null default 1',
    // The name of a channel to create; null again once it exists.
    'new_channel text',
    // The person who chose or created the channel: named in its welcome message, and notified when that fails.
    'channel_by_team text',
    'channel_by_user text',
  ]) {
    await knex.raw(`alter table customers add column ${column}`);
  }
  // With archived_at as its first column, the index skips archived customers.
  await knex.raw('drop index customers_reminders');
  await knex.raw(`create index customers_reminders on customers (archived_at, ${SCHEDULE})`);
  // A channel belongs to one customer. An archived customer keeps its channel for a later restore.
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

/** Fails when customers share a channel: which of them it belongs to is a human decision. */
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
