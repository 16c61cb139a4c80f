import type { Knex } from 'knex';

/**
 * A message was given up a day after its first attempt by the clock, also when the clock had only been moved. What it
 * has waited between its attempts is counted instead; messages that wait now begin anew.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('alter table outbox add column tried_seconds integer not null default 0');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table outbox drop column tried_seconds');
}
