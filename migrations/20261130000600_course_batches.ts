import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // Courses in which one attempt was too short for a whole batch, and the size of batch to try next.
  await knex.schema.createTable('course_batches', (table) => {
    table.integer('course_id').primary().references('courses.id');
    table.integer('size').notNullable();
    table.check('size >= 1', [], 'course_batches_size');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('course_batches');
}
