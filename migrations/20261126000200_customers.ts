import type { Knex } from 'knex';

const SCHEDULE = 'timezone, reminder_time, reminder_days, reminder_frequency, holiday_country, snoozed_until, id';

export async function up(knex: Knex): Promise<void> {
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
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop index customers_reminders');
  await knex.raw(`create index customers_reminders on customers (${SCHEDULE})`);
  for (const column of ['channel_by_user', 'channel_by_team', 'new_channel', 'version', 'notes', 'archived_at']) {
    await knex.raw(`alter table customers drop column ${column}`);
  }
}
