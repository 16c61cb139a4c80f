import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('products', (table) => {
    table.text('description');
    table.text('customer_support');
    // The exact Unix second of a date, when it is not the first of its day.
    table.bigInteger('start_second');
    table.bigInteger('end_second');
    // The terms left to their defaults, comma-separated; their columns hold the default.
    table.text('left_out').notNullable().defaultTo('');
    // Incremented with every change, for optimistic locking.
    table.integer('revision').notNullable().defaultTo(1);
  });
  await knex.schema.alterTable('product_courses', (table) => {
    table.integer('position').notNullable().defaultTo(0);
  });
  // Earlier rows do not record which terms were set: values equal to the default count as left out.
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
  // Raw SQL, because on SQLite Knex would recreate tables that orders and seats refer to.
  await knex.raw('alter table product_courses drop column position');
  for (const column of ['description', 'customer_support', 'start_second', 'end_second', 'left_out', 'revision']) {
    await knex.raw('alter table products drop column ??', [column]);
  }
}
