import type { Knex } from 'knex';

const LIVE = "state in ('pending', 'sending', 'unknown')";

export async function up(knex: Knex): Promise<void> {
  for (const column of [
    // Where it goes, so that one place gets one message at a time; the lane holds the lease.
    "lane text not null default ''",
    'to_team text',
    'to_user text',
    // 1 gives way to everything that somebody waits for, 2 to that as well.
    'priority integer not null default 0 check (priority in (0, 1, 2))',
    // Of several that wait under one key, one is enough.
    'coalesce_key text',
    'first_tried_at text',
    'expires_at text',
    'settled_at text',
  ]) {
    await knex.raw(`alter table outbox add column ${column}`);
  }
  await knex.raw('alter table outbox drop column lease_until');
  await knex('outbox')
    .where({ lane: '' })
    .update({ lane: knex.raw("kind || ':' || subject") });
  await knex('outbox').where({ kind: 'order.undelivered' }).whereRaw(LIVE).update(undeliveredTo(knex));
  await knex('outbox')
    .whereIn('state', ['sent', 'dead'])
    .update({ settled_at: knex.ref('created_at') });
  await knex.raw('drop index outbox_waiting');
  await knex.raw(`create index outbox_waiting on outbox (priority, due_at, id) where ${LIVE}`);
  await knex.raw(`create index outbox_lanes on outbox (lane) where ${LIVE}`);
  await knex.raw("create unique index outbox_one_waiting on outbox (coalesce_key) where state = 'pending'");
  await knex.raw("create index outbox_settled on outbox (settled_at) where state in ('sent', 'dead')");

  // Until when nothing more may go to a place; the one called * stands for the whole workspace.
  await knex.schema.createTable('lanes', (table) => {
    table.text('lane').primary();
    table.text('free_at').notNullable();
  });

  // Messages that are kept true in place, and where they stand.
  await knex.schema.createTable('standing_messages', (table) => {
    table.text('subject').primary();
    table.text('channel').notNullable();
    table.text('ts').notNullable();
    // What it showed last, so that nothing is said again that did not change.
    table.text('shown');
    // The customer's day it was last looked at; empty for messages that change with no day.
    table.text('shown_on');
  });
  await knex.raw(`insert into standing_messages (subject, channel, ts)
    select 'order:' || subject, slack_channel, slack_ts from outbox
    where kind = 'order.announce' and state = 'sent' and slack_channel <> '' and slack_ts <> ''`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('standing_messages');
  await knex.schema.dropTable('lanes');
  for (const index of ['settled', 'one_waiting', 'lanes', 'waiting']) await knex.raw(`drop index outbox_${index}`);
  for (const column of [
    'settled_at',
    'expires_at',
    'first_tried_at',
    'coalesce_key',
    'priority',
    'to_user',
    'to_team',
    'lane',
  ]) {
    await knex.raw(`alter table outbox drop column ${column}`);
  }
  await knex.raw('alter table outbox add column lease_until text');
  await knex.raw(`create index outbox_waiting on outbox (due_at, id) where ${LIVE}`);
}

/** Whoever generated the order, now written beside the message. */
function undeliveredTo(knex: Knex) {
  const seller = (part: string) =>
    knex.raw(`(select generated_by_${part} from orders where 'B' || substr('0000000000' || orders.id,
      length('0000000000' || orders.id) - 9) = outbox.subject)`);
  return { to_team: seller('team'), to_user: seller('user') };
}
