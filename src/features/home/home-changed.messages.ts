import type { Identity } from '../../core/identity';
import { type Instant, type Now, parseInstant, today, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import { followUp } from '../../outbox/follow-up';
import { defineMessage } from '../../outbox/message';
import { enqueue, enqueueMany, personKey } from '../../outbox/outbox';
import { getCustomer } from '../customers/customers.sql';
import { countStock, withStock } from './customer-stock.sql';
import { homeRefresh } from './home.messages';
import { HOME_REFRESH, HOMES_CHANGED } from './home-kinds';
import { allHomes, hasHomes, homesOfCustomer, homesThatSeeAll } from './homes.sql';

/** Internal: fans out refreshes of the Homes that a change concerns. The subject is a `Whose`. */
export const homesChanged = defineMessage({
  kind: HOMES_CHANGED,
  isInternal: true,
  deliver: async ({ subject }, { db, now }) => {
    await db.transaction((tx) => refreshHomes(tx, parseWhose(subject), toInstant(now())));
    return { kind: 'nothing' };
  },
});

/**
 * Whose Homes change: a customer's (by id), those of all sales, or everybody's. `health` also means all sales, with the
 * lowest priority.
 */
type Whose = number | 'sales' | 'everybody' | 'health';

/** Queues a refresh; coalesced. */
export async function queueHomes(tx: Database, whose: Whose, at: Instant): Promise<void> {
  // A customer's entry also updates its stored count, so it is queued even without a Home.
  if (typeof whose !== 'number' && !(await hasHomes(tx))) return;
  const entry = { message: homesChanged, subject: String(whose) };
  await enqueue(tx, whose === 'health' ? { ...entry, priority: 2 } : entry, at);
}

/** Parses the subject of an outbox entry. */
export function parseWhose(subject: string): Whose {
  return subject === 'sales' || subject === 'everybody' || subject === 'health' ? subject : Number(subject);
}

/** Queues a refresh of each Home concerned and updates a customer's stored count. Safe to repeat. */
export async function refreshHomes(tx: Database, whose: Whose, at: Instant): Promise<void> {
  const people = inOrder(await homesOf(tx, whose, at));
  if (whose !== 'everybody') return queueHomesOf(tx, people, at);
  const entries = people.map((person) => ({ message: homeRefresh, subject: personKey(person) }));
  await enqueueMany(tx, entries, at);
}

/** For many customers, with a low priority. Skips customers without orders: their count is always zero. */
export async function queueHomesOfMany(tx: Database, customerIds: readonly number[], at: Instant): Promise<void> {
  const bought = await withStock(tx, customerIds);
  await enqueueMany(
    tx,
    bought.map((id) => ({ message: homesChanged, subject: String(id) })),
    at,
  );
}

/** Fixed lock order, so that concurrent calls cannot deadlock. */
export async function queueHomesOf(tx: Database, people: readonly Identity[], at: Instant): Promise<void> {
  for (const person of inOrder(people)) await queueHome(tx, person, at);
}

function inOrder(people: readonly Identity[]): Identity[] {
  return [...people].sort((one, other) => (personKey(one) < personKey(other) ? -1 : 1));
}

/** Does nothing on delivery when the person has no Home. */
async function queueHome(tx: Database, person: Identity, at: Instant): Promise<void> {
  await enqueue(tx, { message: homeRefresh, subject: personKey(person) }, at);
}

/** Queues the person's Home, and once more for when a call without an answer can no longer take effect. */
export async function redrawHome(
  db: Database,
  person: Identity,
  now: Now,
  about: { mayLandLater: boolean },
): Promise<void> {
  const entry = { message: homeRefresh, subject: personKey(person) };
  const call = `${HOME_REFRESH}:${personKey(person)}:${toInstant(now)}`;
  await db.transaction(async (tx) => {
    await queueHome(tx, person, toInstant(now));
    if (about.mayLandLater) await followUp(tx, entry, call, now);
  });
}

async function homesOf(tx: Database, whose: Whose, at: Instant): Promise<Identity[]> {
  if (whose === 'everybody') return allHomes(tx);
  if (typeof whose !== 'number') return homesThatSeeAll(tx);
  const { timezone } = await getCustomer(tx, whose);
  const day = today(parseInstant(at), timezone);
  await countStock(tx, whose, day);
  return homesOfCustomer(tx, whose, day);
}
