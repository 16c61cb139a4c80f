import type { Knex } from 'knex';
import type { Identity } from '../../core/person';
import type { Day } from '../../core/time';
import type { Database } from '../../database/database';

/** For a join: a customer's coordinators, and whoever stands in for one of them on that day. */
export function onDuty(db: Database, day: Day): Knex.Raw {
  return db.raw(
    `(select customer_id, team_id, user_id from coordinators
      union select customer_id, to_team, to_user from delegations
      where ended_at is null and from_day <= ? and to_day >= ?)`,
    [day, day],
  );
}

export async function peopleOnDuty(db: Database, customerId: number, day: Day): Promise<Identity[]> {
  return db
    .from(db.raw('? as on_duty', [onDuty(db, day)]))
    .where({ customer_id: customerId })
    .orderBy(['team_id', 'user_id'])
    .select({ teamId: 'team_id', userId: 'user_id' });
}
