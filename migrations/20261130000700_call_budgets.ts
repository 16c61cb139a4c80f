import type { Knex } from 'knex';

const LIVE = "state in ('pending', 'sending', 'unknown')";
const POST = 'chat.postMessage';

/** Slack limits each method on its own, so what waits is found by method. Kinds left out post messages. */
const METHODS: Record<string, readonly string[]> = {
  '': ['order.changed', 'homes.changed', 'request.changed', 'access.changed'],
  'chat.update': ['board.refresh', 'order.refresh', 'request.refresh', 'access.refresh', 'invitation.refresh'],
  'views.publish': ['home.refresh'],
  'views.update': ['assignment.refresh', 'import.write'],
  'pins.add': ['board.pin'],
  'files.info': ['import.read'],
  'files.getUploadURLExternal': ['export.send'],
  'conversations.info': ['channel.enter', 'channel.check'],
  'conversations.create': ['channel.create'],
};

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('call_budgets', (table) => {
    table.text('method').primary();
    // The limit is used up until then.
    table.text('used_until').notNullable();
    // Slack refuses the method until then.
    table.text('held_until').notNullable();
    // Percent of the usual interval between two calls.
    table.integer('slowdown').notNullable();
  });
  await knex.raw(`alter table outbox add column method text not null default '${POST}'`);
  const live = () => knex('outbox').whereRaw(LIVE);
  await live().where({ destination: 'moodle' }).update({ method: '' });
  for (const [method, kinds] of Object.entries(METHODS)) await live().whereIn('kind', kinds).update({ method });
  // An attempt in doubt looks for its message first.
  await live().where({ method: POST }).whereNot({ state: 'pending' }).update({ method: 'conversations.history' });
  // The limit of the whole workspace was a lane.
  await knex('lanes').where({ lane: '*' }).delete();
  await knex.raw('drop index outbox_waiting');
  await knex.raw(`create index outbox_waiting on outbox (destination, method, priority, id, due_at) where ${LIVE}`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop index outbox_waiting');
  await knex.raw(`create index outbox_waiting on outbox (destination, priority, id, due_at) where ${LIVE}`);
  await knex.raw('alter table outbox drop column method');
  await knex.schema.dropTable('call_budgets');
}
