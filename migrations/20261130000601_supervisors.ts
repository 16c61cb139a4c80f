import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // Supervisors are there for their trainees; others learn in a support course.
  await knex.raw(
    "alter table course_staff add column kind text not null default 'supervisor' check (kind in ('supervisor', 'support'))",
  );
  await knex.raw("update course_staff set kind = 'support' where role = 'student'");
  // The account in Moodle that we enrol or have enrolled; null for somebody who was there before us.
  await knex.raw('alter table course_staff add column account_id integer');
  // The groups that supervisors joined through us.
  await knex.schema.createTable('staff_groups', (table) => {
    table.integer('staff_id').notNullable().references('course_staff.id').onDelete('CASCADE');
    table.integer('order_id').notNullable().references('orders.id');
    table.primary(['staff_id', 'order_id']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('staff_groups');
  for (const column of ['account_id', 'kind']) await knex.raw(`alter table course_staff drop column ${column}`);
}
