import type { Identity } from '../core/identity';
import type { Now } from '../core/time';
import type { Database } from './database';

/** What happened to one thing, as the ledger keeps it, with facts that only the reactions to it read. */
export interface ChangeEntry<Facts = unknown> {
  action: string;
  /** What changed: an order's, seat's or trainee's reference, or a catalogue code. Never a name or an address. */
  subject: string;
  customerId?: number;
  before?: object | undefined;
  after?: object;
  reason?: string;
  /** Not kept: what a reaction would otherwise have to look up. */
  facts: Facts;
}

type EditedCoordinator = Omit<ChangeEntry, 'action' | 'facts'>;
/** A kind of change, as far as reactions go. */
type Cause<Facts> = { readonly action: string } & ((...made: never) => ChangeEntry<Facts>);

/** A kind of change: called with what happened, it makes the entry to record or to announce. */
export interface Change<Facts = unknown> {
  (kept: EditedCoordinator, ...facts: [Facts] extends [undefined] ? [] : [Facts]): ChangeEntry<Facts>;
  readonly action: string;
}

/** Who did it, and when. */
interface Act {
  by: Identity;
  now: Now;
}

/** Runs in the transaction of the change; what it throws takes the change back. */
type Reaction<Facts = unknown> = (tx: Database, entries: readonly ChangeEntry<Facts>[], act: Act) => Promise<void>;

/** A reaction with the changes that it is for. */
export interface Subscription {
  actions: readonly string[];
  react: Reaction;
}

/** Defines a kind of change; `Facts` is what its reactions are told besides what the ledger keeps. */
export function defineChange<Facts = undefined>(action: string): Change<Facts> {
  const make = (kept: EditedCoordinator, facts?: Facts) => ({ ...kept, action, facts });
  return Object.assign(make, { action }) as Change<Facts>;
}

/** Has the reaction run after any of the changes: once for all entries that are recorded or announced together. */
export function on<Facts = unknown>(changes: readonly Cause<Facts>[], react: Reaction<Facts>): Subscription {
  return { actions: changes.map(({ action }) => action), react: react as Reaction };
}

const REACTIONS = 'reactions';

/**
 * The same database, on which changes run these reactions, in their order. Every transaction takes its locks in that order,
 * so that of two changes at once neither waits for the other.
 */
export function withReactions(db: Database, subscriptions: readonly Subscription[]): Database {
  return db.withUserParams({ ...db.userParams, [REACTIONS]: subscriptions });
}

/**
 * Runs the reactions to changes that leave no row in the ledger, since they happen by themselves or may be repeated.
 * Throws where the database was opened without reactions.
 */
export async function announce(tx: Database, act: Act, ...entries: ChangeEntry[]): Promise<void> {
  const subscriptions = tx.userParams[REACTIONS] as readonly Subscription[] | undefined;
  if (!subscriptions) throw new Error('The database was opened without the reactions to changes.');
  for (const { actions, react } of subscriptions) {
    const concerned = entries.filter(({ action }) => actions.includes(action));
    if (concerned.length > 0) await react(tx, concerned, act);
  }
}
