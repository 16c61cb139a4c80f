import type { Knex } from 'knex';

const REFUSAL = 'The ledger is append-only.';

export async function up(knex: Knex): Promise<void> {
  if (knex.client.config.client === 'pg') {
    await knex.raw(`create function refuse_ledger_change() returns trigger language plpgsql as
      $$ begin raise exception '${REFUSAL}'; end $$`);
    await knex.raw(`create trigger ledger_append_only before update or delete on ledger
      for each row execute function refuse_ledger_change()`);
    return;
  }
  for (const change of ['update', 'delete']) {
    await knex.raw(`create trigger ledger_no_${change} before ${change} on ledger
      begin select raise(abort, '${REFUSAL}'); end`);
  }
}

export async function down(knex: Knex): Promise<void> {
  if (knex.client.config.client === 'pg') {
    await knex.raw('drop trigger ledger_append_only on ledger');
    await knex.raw('drop function refuse_ledger_change()');
    return;
  }
  for (const change of ['update', 'delete']) await knex.raw(`drop trigger ledger_no_${change}`);
}
