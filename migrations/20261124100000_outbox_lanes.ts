import type { Knex } from 'knex';

const LIVE = "state in ('pending', 'sending', 'unknown')";

export async function up(knex: Knex): Promise<void> {
  for (const column of [
    // The concurrency key: one message at a time per destination. The row in `lanes` holds the lease.
    "lane text not null default ''",
    'to_team text',
    'to_user text',
    // 0 before 1 before 2: 0 is for work that a person waits for.
    'priority integer not null default 0 check (priority in (0, 1, 2))',
    // Among waiting entries with the same key, one is enough.
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

  // The instant until which a destination is blocked; the lane `*` is the limit of the whole workspace.
  await knex.schema.createTable('lanes', (table) => {
    table.text('lane').primary();
    table.text('free_at').notNullable();
  });

  // Messages that are updated in place, and their positions in Slack.
  await knex.schema.createTable('standing_messages', (table) => {
    table.text('subject').primary();
    table.text('channel').notNullable();
    table.text('ts').notNullable();
    // The content last shown, to skip updates without a change.
    table.text('shown');
    // The customer's day of the last check; null for messages that do not depend on the day.
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

/** The person who generated the order; the entry now names the addressee. */
function undeliveredTo(knex: Knex) {
  const seller = (part: string) =>
    knex.raw(`(select generated_by_${part} from orders where 'B' || substr('0000000000' || orders.id,
      length('0000000000' || orders.id) - 9) = outbox.subject)`);
  return { to_team: seller('team'), to_user: seller('user') };
}
