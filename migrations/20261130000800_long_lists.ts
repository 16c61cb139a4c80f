import type { Knex } from 'knex';

/** A customer's trainees have neighbouring row numbers in the index, so that a search reads only those. */
const ROW = (trainee: string) => `${trainee}.customer_id * 4294967296 + ${trainee}.id`;
/** Two blanks before each word, so that one or two letters at its beginning are three letters of the index. */
const LETTERS = (trainee: string) => `'  ' || replace(${trainee}.search_key, ' ', '  ')`;

export async function up(knex: Knex): Promise<void> {
  const isPostgres = knex.client.config.client === 'pg';
  // Only the beginnings of names, because PostgreSQL refuses long entries.
  await knex.raw(`create index trainees_by_name
    on trainees (customer_id, substr(last_name, 1, 100), substr(first_name, 1, 100), id)`);
  await knex.raw('create index assignments_active on assignments (customer_id, order_id) where ended_at is null');
  await knex.raw(`create index assignments_latest on assignments (customer_id, assigned_at, id)
    where ended_at is null`);

  // The seats of each order by state. PostgreSQL adds a row per statement and sums them up now and then, so that nobody
  // waits for another's count; SQLite, which has one writer, keeps one row per order.
  await knex.schema.createTable('seat_counts', (table) => {
    table.increments('id');
    table.integer('order_id').notNullable().references('orders.id').onDelete('CASCADE');
    table.integer('unassigned').notNullable();
    table.integer('assigned').notNullable();
  });
  const unique = isPostgres ? '' : 'unique';
  await knex.raw(`create ${unique} index seat_counts_by_order on seat_counts (order_id)`);
  await knex.raw(`insert into seat_counts (order_id, unassigned, assigned)
    select orders.id, count(case seats.state when 'unassigned' then 1 end), count(case seats.state when 'assigned' then 1 end)
    from orders left join seats on seats.order_id = orders.id group by orders.id`);
  await (isPostgres ? countOnPostgres(knex) : countOnSqlite(knex));
  await (isPostgres ? searchOnPostgres(knex) : searchOnSqlite(knex));
}

export async function down(knex: Knex): Promise<void> {
  if (knex.client.config.client === 'pg') {
    // The extensions stay: somebody else may use them.
    await knex.raw('drop index if exists trainees_search');
    for (const change of ['inserted', 'updated', 'deleted']) {
      await knex.raw(`drop trigger seats_${change} on seats`);
      await knex.raw(`drop function count_seats_${change}()`);
    }
    await knex.raw('drop function add_seat_counts(integer, bigint, bigint)');
  } else {
    for (const change of ['inserted', 'updated', 'deleted']) {
      await knex.raw(`drop trigger seats_${change}`);
      await knex.raw(`drop trigger trainees_${change}`);
    }
    await knex.raw('drop trigger orders_inserted');
    await knex.raw('drop table trainee_search');
  }
  await knex.schema.dropTable('seat_counts');
  for (const index of ['assignments_latest', 'assignments_active', 'trainees_by_name']) {
    await knex.raw(`drop index ${index}`);
  }
}

async function countOnSqlite(knex: Knex): Promise<void> {
  const change = (unassigned: string, assigned: string, order: string) =>
    `begin update seat_counts set unassigned = unassigned ${unassigned}, assigned = assigned ${assigned}
     where order_id = ${order}.order_id; end`;
  const [was, is] = ['old', 'new'].map((seat) => (state: string) => `(${seat}.state = '${state}')`) as [Term, Term];
  const difference = (state: string) => `+ ${is(state)} - ${was(state)}`;
  await knex.raw(`create trigger orders_inserted after insert on orders
    begin insert into seat_counts (order_id, unassigned, assigned) values (new.id, 0, 0); end`);
  await knex.raw(`create trigger seats_inserted after insert on seats
    ${change(`+ ${is('unassigned')}`, `+ ${is('assigned')}`, 'new')}`);
  await knex.raw(`create trigger seats_updated after update of state on seats when old.state <> new.state
    ${change(difference('unassigned'), difference('assigned'), 'new')}`);
  await knex.raw(`create trigger seats_deleted after delete on seats
    ${change(`- ${was('unassigned')}`, `- ${was('assigned')}`, 'old')}`);
}

type Term = (state: string) => string;

async function countOnPostgres(knex: Knex): Promise<void> {
  // Rows that other transactions hold are left for a later sum.
  await knex.raw(`create function add_seat_counts(ordered integer, more_unassigned bigint, more_assigned bigint)
    returns void language plpgsql as $$
    declare added integer;
    begin
      insert into seat_counts (order_id, unassigned, assigned)
        values (ordered, more_unassigned, more_assigned) returning id into added;
      if added % 16 = 0 then
        with gone as (delete from seat_counts where id in
          (select id from seat_counts where order_id = ordered for update skip locked) returning unassigned, assigned)
        insert into seat_counts (order_id, unassigned, assigned)
          select ordered, sum(unassigned), sum(assigned) from gone;
      end if;
    end $$`);
  const both = 'select order_id, state, 1 as sign from after_it union all select order_id, state, -1 from before_it';
  const changes = {
    inserted: {
      verb: 'insert',
      source: 'select order_id, state, 1 as sign from after_it',
      tables: 'new table as after_it',
    },
    updated: { verb: 'update', source: both, tables: 'old table as before_it new table as after_it' },
    deleted: {
      verb: 'delete',
      source: 'select order_id, state, -1 as sign from before_it',
      tables: 'old table as before_it',
    },
  };
  for (const [change, { verb, source, tables }] of Object.entries(changes)) {
    await knex.raw(`create function count_seats_${change}() returns trigger language plpgsql as $$
      begin
        perform add_seat_counts(order_id, unassigned, assigned) from (
          select order_id, coalesce(sum(sign) filter (where state = 'unassigned'), 0) as unassigned,
            coalesce(sum(sign) filter (where state = 'assigned'), 0) as assigned
          from (${source}) as changed group by order_id order by order_id) as sums
        where unassigned <> 0 or assigned <> 0;
        return null;
      end $$`);
    await knex.raw(`create trigger seats_${change} after ${verb} on seats
      referencing ${tables} for each statement execute function count_seats_${change}()`);
  }
}

async function searchOnSqlite(knex: Knex): Promise<void> {
  await knex.raw(`create virtual table trainee_search using fts5
    (letters, content = '', contentless_delete = 1, detail = none, tokenize = 'trigram case_sensitive 1')`);
  await knex.raw(`insert into trainee_search (rowid, letters)
    select ${ROW('trainees')}, ${LETTERS('trainees')} from trainees order by customer_id, id`);
  const add = `insert into trainee_search (rowid, letters) values (${ROW('new')}, ${LETTERS('new')})`;
  const remove = `delete from trainee_search where rowid = ${ROW('old')}`;
  await knex.raw(`create trigger trainees_inserted after insert on trainees begin ${add}; end`);
  await knex.raw(`create trigger trainees_updated after update on trainees
    when old.search_key <> new.search_key or old.customer_id <> new.customer_id or old.id <> new.id
    begin ${remove}; ${add}; end`);
  await knex.raw(`create trigger trainees_deleted after delete on trainees begin ${remove}; end`);
}

/**
 * Whoever owns the database may create both extensions. Where this program may not, or where they are not installed,
 * searches read a customer's trainees one by one, as before; `npm run seats -- check` says so.
 */
async function searchOnPostgres(knex: Knex): Promise<void> {
  try {
    await knex.transaction(async (savepoint) => {
      for (const extension of ['pg_trgm', 'btree_gin'])
        await savepoint.raw(`create extension if not exists ${extension}`);
      await savepoint.raw(`create index trainees_search on trainees
        using gin (customer_id, (' ' || search_key) gin_trgm_ops) with (gin_pending_list_limit = 128)`);
    });
  } catch (error) {
    // Insufficient privilege, or the extension is not installed.
    if (!['42501', '0A000', '58P01'].includes((error as { code?: string }).code ?? '')) throw error;
  }
}
