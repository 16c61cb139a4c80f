import type { Knex } from 'knex';

const BEFORE = ['hidden', 'gone', 'no_enrolment', 'unusable_name'];

/** SQLite cannot change a check, so a new column takes the place of the old one. */
async function allow(knex: Knex, reasons: readonly string[]): Promise<void> {
  await knex.raw('alter table courses rename column closed_because to closed_before');
  const list = reasons.map((reason) => `'${reason}'`).join(', ');
  await knex.raw(`alter table courses add column closed_because text check (closed_because in (${list}))`);
  await knex.raw('update courses set closed_because = closed_before');
  await knex.raw('alter table courses drop column closed_before');
}

export async function up(knex: Knex): Promise<void> {
  await allow(knex, [...BEFORE, 'separate_groups']);
}

export async function down(knex: Knex): Promise<void> {
  // Still closed, and the next sync with Moodle decides.
  await knex('courses').where({ closed_because: 'separate_groups' }).update({ closed_because: 'no_enrolment' });
  await allow(knex, BEFORE);
}
