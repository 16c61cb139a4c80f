import type { Identity } from '../../core/identity';
import type { Day } from '../../core/time';
import type { Row } from '../../database/columns';
import type { Database } from '../../database/database';
import type { Derived } from '../../database/query';

type ActiveCoordinators = { on_duty: Pick<Row<'coordinators'>, 'customer_id' | 'team_id' | 'user_id'> };

/** A join target: the customer's coordinators, and their delegates on that day. */
export function activeCoordinators(db: Database, day: Day): Derived<ActiveCoordinators> {
  return db.raw(
    `(select customer_id, team_id, user_id from coordinators
      union select customer_id, to_team, to_user from delegations
      where ended_at is null and from_day <= ? and to_day >= ?) as on_duty`,
    [day, day],
  );
}

export async function findActiveCoordinators(db: Database, customerId: number, day: Day): Promise<Identity[]> {
  return db(activeCoordinators(db, day))
    .where({ customer_id: customerId })
    .orderBy(['team_id', 'user_id'])
    .select({ teamId: 'team_id', userId: 'user_id' });
}

/** The customer's coordinators, without delegates. */
export async function coordinatorIdentities(db: Database, customerId: number): Promise<Identity[]> {
  return db('coordinators')
    .where({ customer_id: customerId })
    .orderBy(['team_id', 'user_id'])
    .select({ teamId: 'team_id', userId: 'user_id' });
}
