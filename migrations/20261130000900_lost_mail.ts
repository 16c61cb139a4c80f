import type { Knex } from 'knex';

const COLUMNS = ['account_made_at', 'mail_failed_at', 'mail_told_at', 'signed_in_at'];

export async function up(knex: Knex): Promise<void> {
  for (const column of COLUMNS) await knex.raw(`alter table enrolments add column ${column} text`);
  // A supervisor's mail, which only they miss.
  await knex.raw('alter table course_staff add column mail_failed_at text');
  await knex.raw('create index enrolments_mail on enrolments (mail_failed_at) where mail_failed_at is not null');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop index enrolments_mail');
  await knex.raw('alter table course_staff drop column mail_failed_at');
  for (const column of COLUMNS) await knex.raw(`alter table enrolments drop column ${column}`);
}
