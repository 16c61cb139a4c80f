import { type Now, toInstant } from '../../../src/core/time';
import type { Database } from '../../../src/database/database';
import { orderReferenceOf } from './history';

/** Inserts live messages, and the entries of the last month's sent messages that the outbox still stores. */
export async function insertMessages(tx: Database, now: Now): Promise<void> {
  await insertStanding(tx, toInstant(now));
  await insertFollowed(tx, toInstant(now.minus({ days: 29 })));
  await insertReminded(tx, toInstant(now));
  await tx.raw('insert into lanes (lane, free_at) select lane, max(settled_at) from outbox group by lane');
}

/** One message for each order, and the customer's board, last checked today. */
async function insertStanding(tx: Database, at: string): Promise<void> {
  await tx.raw(
    `insert into standing_messages (subject, channel, ts)
     select 'order:' || ${orderReferenceOf('orders.id')}, channel, '1700000000.' || orders.id
     from orders join customers on customers.id = customer_id`,
  );
  await tx.raw(
    `insert into standing_messages (subject, channel, ts, shown, shown_on)
     select 'board:' || id, channel, '1700000001.' || id, lower(hex(randomblob(32))), date(?) from customers`,
    [at],
  );
}

const SENT = `insert into outbox (dedupe_key, coalesce_key, kind, subject, lane, state, attempts, priority, created_at,
  due_at, first_tried_at, settled_at, slack_channel, slack_ts, expires_at)`;

/** Each assignment leads to a change of its order, then to updates of the order's message and of the board. */
async function insertFollowed(tx: Database, since: string): Promise<void> {
  await tx.raw(
    `${SENT}
     with kinds (kind) as (values ('order.changed'), ('order.refresh'), ('board.refresh')),
       followed as (select kind, assignments.id, assigned_at as at, channel,
         case kind when 'board.refresh' then '' || customer_id else ${orderReferenceOf('order_id')} end as subject
         from assignments join customers on customers.id = customer_id cross join kinds where assigned_at > ?)
     select kind || ':' || subject || ':' || id, kind || ':' || subject, kind, subject,
       case kind when 'order.changed' then kind || ':' || subject else channel end, 'sent', 1, 0, at, '', at, at,
       case when kind <> 'order.changed' then channel end, case when kind <> 'order.changed' then '1700000002.' || id end,
       null
     from followed order by at, id, kind`,
    [since],
  );
}

async function insertReminded(tx: Database, at: string): Promise<void> {
  await tx.raw(
    `${SENT}
     select 'reminder:' || customer_id || '/' || day, null, 'reminder', customer_id || '/' || day, channel, 'sent', 1, 1,
       decided_at, '', decided_at, decided_at, channel, '1700000003.' || customer_id, day || 'T12:00:00.000Z'
     from reminders join customers on customers.id = customer_id where outcome = 'digest' and decided_at < ?
     order by decided_at, customer_id`,
    [at],
  );
}
