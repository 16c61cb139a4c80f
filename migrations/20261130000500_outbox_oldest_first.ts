import type { Knex } from 'knex';

const LIVE = "state in ('pending', 'sending', 'unknown')";

/** Within a priority, the oldest entry goes first, so `due_at` only says whether an entry may go. */
export async function up(knex: Knex): Promise<void> {
  for (const index of ['outbox_waiting', 'outbox_moodle']) await knex.raw(`drop index ${index}`);
  await knex.raw(`create index outbox_waiting on outbox (destination, priority, id, due_at) where ${LIVE}`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop index outbox_waiting');
  await knex.raw(`create index outbox_waiting on outbox (priority, due_at, id) where ${LIVE}`);
  await knex.raw(
    `create index outbox_moodle on outbox (priority, due_at, id) where destination = 'moodle' and ${LIVE}`,
  );
}
