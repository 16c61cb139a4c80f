import type { Coordinator } from '../../core/coordinator';
import type { Identity } from '../../core/identity';
import { type Day, type Now, today } from '../../core/time';
import type { Row, Source } from '../../database/columns';
import type { Database } from '../../database/database';
import type { JoinOn } from '../../database/query';

/** A customer that a person coordinates, as coordinator or delegate. */
interface Coordination {
  customerId: number;
  /** The coordinator whose rights apply: the person, or the delegator. */
  of: Coordinator;
}

interface Days {
  /** These three are null for a person's own rights. */
  timezone: string | null;
  from_day: Day | null;
  to_day: Day | null;
  /** The delegation's id; 0 for a person's own rights. */
  id: number;
}

type CoordinationRow = Row<'coordinators'> & Days & { product_id: number | null };

/**
 * The customers that the person coordinates at `now`, each once; own rights take precedence over delegated ones. One
 * statement, because every request runs it.
 */
export async function coordinationsOf(db: Database, identity: Identity, now: Now): Promise<Coordination[]> {
  const rows = await db(ownRights(db, identity).unionAll(delegateRights(db, identity)).as('rights'));
  const found = new Map<number, CoordinationRow[]>();
  for (const row of rows.filter((one) => isToday(one, now)).sort(ownFirst)) {
    const [first] = found.get(row.customer_id) ?? [row];
    const isSame = first?.user_id === row.user_id && first.team_id === row.team_id;
    if (isSame) found.set(row.customer_id, [...(found.get(row.customer_id) ?? []), row]);
  }
  return [...found.values()].map(coordinationOf).sort((one, other) => one.customerId - other.customerId);
}

function coordinationOf(rows: readonly CoordinationRow[]): Coordination {
  const [row] = rows;
  if (!row) throw new RangeError('Nobody coordinates that.');
  const products = new Set(rows.flatMap(({ product_id }) => product_id ?? []));
  return {
    customerId: row.customer_id,
    of: {
      teamId: row.team_id,
      userId: row.user_id,
      products: [...products].sort((one, other) => one - other),
      quota: row.quota ?? undefined,
    },
  };
}

function ownRights(db: Database, identity: Identity) {
  const none = db.raw(
    'cast(null as text) as timezone, cast(null as text) as from_day, cast(null as text) as to_day, 0 as id',
  );
  return db('coordinators')
    .leftJoin('coordinator_products', isLimit)
    .where({ 'coordinators.team_id': identity.teamId, 'coordinators.user_id': identity.userId })
    .select('coordinators.customer_id', 'coordinators.team_id', 'coordinators.user_id', 'quota', 'product_id')
    .select<Days>(none);
}

/** Rights delegated to the person, on any day. */
function delegateRights(db: Database, { teamId, userId }: Identity) {
  return db('delegations')
    .join('coordinators', isOfDelegation)
    .leftJoin('coordinator_products', isLimit)
    .join('customers', 'customers.id', 'delegations.customer_id')
    .where({ to_team: teamId, to_user: userId })
    .whereNull('ended_at')
    .select('coordinators.customer_id', 'coordinators.team_id', 'coordinators.user_id', 'quota', 'product_id')
    .select('timezone', 'from_day', 'to_day', 'delegations.id');
}

const KEY = ['customer_id', 'team_id', 'user_id'] as const;

function isOfDelegation(join: JoinOn<Source<'coordinators'> & Source<'delegations'>>): void {
  for (const column of KEY) join.on(`coordinators.${column}`, `delegations.${column}`);
}

function isLimit(join: JoinOn<Source<'coordinators'> & Source<'coordinator_products'>>): void {
  for (const column of KEY) join.on(`coordinator_products.${column}`, `coordinators.${column}`);
}

function isToday({ timezone, from_day, to_day }: CoordinationRow, now: Now): boolean {
  if (timezone === null) return true;
  const day = today(now, timezone);
  return (from_day ?? '') <= day && day <= (to_day ?? '');
}

function ownFirst(one: CoordinationRow, other: CoordinationRow): number {
  return one.id - other.id;
}
