import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('products', (table) => {
    table.text('description');
    table.text('customer_support');
    // The exact Unix second of a day, where it is not the day's first.
    table.bigInteger('start_second');
    table.bigInteger('end_second');
    // The terms that nobody set, with commas between: their columns hold the default.
    table.text('left_out').notNullable().defaultTo('');
    // Grows with every change, so that nobody saves over what they have not seen.
    table.integer('revision').notNullable().defaultTo(1);
  });
  await knex.schema.alterTable('product_courses', (table) => {
    table.integer('position').notNullable().defaultTo(0);
  });
  // Nobody remembers who said what: what is as the default counts as left to it.
  for (const product of await knex('products').select('id', 'pack_size', 'role', 'supervisor_role')) {
    const leftOut = [
      product.pack_size === 1 ? 'packSize' : '',
      product.role === 'student' ? 'role' : '',
      product.supervisor_role === 'teacher' ? 'supervisorRole' : '',
    ];
    const left_out = leftOut.filter(Boolean).join(',');
    await knex('products').where({ id: product.id }).update({ left_out });
  }
}

export async function down(knex: Knex): Promise<void> {
  // As SQL: on SQLite, Knex would make the tables anew, which orders and seats point at.
  await knex.raw('alter table product_courses drop column position');
  for (const column of ['description', 'customer_support', 'start_second', 'end_second', 'left_out', 'revision']) {
    await knex.raw('alter table products drop column ??', [column]);
  }
}
