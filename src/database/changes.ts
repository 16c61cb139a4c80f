import type { Identity } from '../core/identity';
import type { Now } from '../core/time';
import type { Database } from './database';

/** A change to one thing, as the ledger stores it, plus facts that only the reactions read. */
export interface ChangeEntry<Facts = unknown> {
  action: string;
  /** What changed: an order's, seat's or trainee's reference, or a catalogue code. Never a name or an address. */
  subject: string;
  customerId?: number;
  before?: object | undefined;
  after?: object;
  reason?: string;
  /** Not stored: spares the reactions a query. */
  facts: Facts;
}

type Details = Omit<ChangeEntry, 'action' | 'facts'>;

/** A kind of change, as reactions see it. */
type Cause<Facts> = { readonly action: string } & ((...made: never) => ChangeEntry<Facts>);

/** A kind of change. Called with the details, it builds the entry to record or to announce. */
export interface Change<Facts = unknown> {
  (details: Details, ...facts: [Facts] extends [undefined] ? [] : [Facts]): ChangeEntry<Facts>;
  readonly action: string;
}

/** The author and the time of the change. */
interface Act {
  by: Identity;
  now: Now;
}

/** Runs in the transaction of the change. An error rolls the change back. */
type Reaction<Facts = unknown> = (tx: Database, entries: readonly ChangeEntry<Facts>[], act: Act) => Promise<void>;

/** A reaction and the changes that it reacts to. */
export interface Subscription {
  actions: readonly string[];
  react: Reaction;
}

/** Defines a kind of change. Its reactions also receive `Facts`, which the ledger does not store. */
export function defineChange<Facts = undefined>(action: string): Change<Facts> {
  const make = (details: Details, facts?: Facts) => ({ ...details, action, facts });
  return Object.assign(make, { action }) as Change<Facts>;
}

/** Subscribes a reaction to the changes. It runs once for all entries recorded or announced together. */
export function on<Facts = unknown>(changes: readonly Cause<Facts>[], react: Reaction<Facts>): Subscription {
  return { actions: changes.map(({ action }) => action), react: react as Reaction };
}

const REACTIONS = 'reactions';

/**
 * The same database with reactions, which run in the given order. Every transaction thus takes its locks in the same
 * order, so that concurrent changes cannot deadlock.
 */
export function withReactions(db: Database, subscriptions: readonly Subscription[]): Database {
  return db.withUserParams({ ...db.userParams, [REACTIONS]: subscriptions });
}

/**
 * Runs the reactions to changes without a row in the ledger: they happen by themselves, or may be repeated. Throws when
 * the database was opened without reactions.
 */
export async function announce(tx: Database, act: Act, ...entries: ChangeEntry[]): Promise<void> {
  const subscriptions = tx.userParams[REACTIONS] as readonly Subscription[] | undefined;
  if (!subscriptions) throw new Error('The database was opened without the reactions to changes.');
  for (const { actions, react } of subscriptions) {
    const concerned = entries.filter(({ action }) => actions.includes(action));
    if (concerned.length > 0) await react(tx, concerned, act);
  }
}
