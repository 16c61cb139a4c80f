import type { Identity } from '../../core/identity';
import { type Instant, parseInstant, today, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import { defineMessage } from '../../outbox/message';
import { enqueue, enqueueMany, personKey } from '../../outbox/outbox';
import { getCustomer } from '../customers/customers.sql';
import { countStock, withStock } from './customer-stock.sql';
import { homeRefresh } from './home.messages';
import { HOMES_CHANGED } from './home-kinds';
import { allHomes, hasHomes, homesOfCustomer, homesThatSeeAll } from './homes.sql';

/** Homes in which something changed: works out whose. The subject says it, by a customer's number or in a word. */
export const homesChanged = defineMessage({
  kind: HOMES_CHANGED,
  isInternal: true,
  deliver: async ({ subject }, { db, now }) => {
    await db.transaction((tx) => refreshHomes(tx, parseWhose(subject), toInstant(now())));
    return { kind: 'nothing' };
  },
});

/**
 * In whose Homes something changed: a customer's, by its number, or those of all who sell, or everybody's. `health` is of
 * those who sell too, and gives way to every message.
 */
type Whose = number | 'sales' | 'everybody' | 'health';

/** Has them follow when their turn comes. One that waits is enough for all. */
export async function queueHomes(tx: Database, whose: Whose, at: Instant): Promise<void> {
  // What a customer has left is counted then as well, whoever looks.
  if (typeof whose !== 'number' && !(await hasHomes(tx))) return;
  const entry = { message: homesChanged, subject: String(whose) };
  await enqueue(tx, whose === 'health' ? { ...entry, priority: 2 } : entry, at);
}

/** Whose Homes an entry of the outbox means. */
export function parseWhose(subject: string): Whose {
  return subject === 'sales' || subject === 'everybody' || subject === 'health' ? subject : Number(subject);
}

/** Has them follow, and what a customer has left is counted. Safe to repeat. */
export async function refreshHomes(tx: Database, whose: Whose, at: Instant): Promise<void> {
  const people = inOrder(await homesOf(tx, whose, at));
  if (whose !== 'everybody') return queueHomesOf(tx, people, at);
  const entries = people.map((person) => ({ message: homeRefresh, subject: personKey(person) }));
  await enqueueMany(tx, entries, at);
}

/** Of many customers, after everything else: those who bought, since what others have left is nothing on any day. */
export async function queueHomesOfMany(tx: Database, customerIds: readonly number[], at: Instant): Promise<void> {
  const bought = await withStock(tx, customerIds);
  await enqueueMany(
    tx,
    bought.map((id) => ({ message: homesChanged, subject: String(id) })),
    at,
  );
}

/** Always in the same order, so that of two who do this at once neither waits for the other. */
export async function queueHomesOf(tx: Database, people: readonly Identity[], at: Instant): Promise<void> {
  for (const person of inOrder(people)) await queueHome(tx, person, at);
}

function inOrder(people: readonly Identity[]): Identity[] {
  return [...people].sort((one, other) => (personKey(one) < personKey(other) ? -1 : 1));
}

/** Has one person's Home follow, if they have one. */
async function queueHome(tx: Database, person: Identity, at: Instant): Promise<void> {
  await enqueue(tx, { message: homeRefresh, subject: personKey(person) }, at);
}

async function homesOf(tx: Database, whose: Whose, at: Instant): Promise<Identity[]> {
  if (whose === 'everybody') return allHomes(tx);
  if (typeof whose !== 'number') return homesThatSeeAll(tx);
  const { timezone } = await getCustomer(tx, whose);
  const day = today(parseInstant(at), timezone);
  await countStock(tx, whose, day);
  return homesOfCustomer(tx, whose, day);
}
