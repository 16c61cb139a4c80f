import type { Identity } from '../core/person';
import { type Now, toInstant } from '../core/time';
import { chunks } from './chunks';
import type { Database } from './database';

export type LedgerAction =
  | 'course.created'
  | 'course.updated'
  | 'product.created'
  | 'product.updated'
  | 'product.archived'
  | 'product.restored'
  | 'customer.created'
  | 'customer.updated'
  | 'coordinator.added'
  | 'order.generated'
  | 'order.cancelled'
  | 'trainee.added'
  | 'seat.assigned'
  | 'seat.changed'
  | 'seat.enrolled'
  | 'seat.enrolment_failed'
  | 'seat.enrolment_retried'
  | 'seat.started'
  | 'seat.given_back'
  | 'seat.release_asked'
  | 'seat.kept'
  | 'seat.released'
  | 'reminders.changed'
  | 'reminders.snoozed'
  | 'seats.asked'
  | 'seats.declined'
  | 'sheet.imported'
  | 'coordinator.changed'
  | 'coordinator.removed'
  | 'coordinator.invited'
  | 'invitation.accepted'
  | 'invitation.withdrawn'
  | 'delegation.set'
  | 'delegation.ended'
  | 'access.asked'
  | 'access.approved'
  | 'access.declined'
  | 'role.granted'
  | 'role.revoked'
  | 'customer.archived'
  | 'customer.restored';

export interface LedgerEntry {
  action: LedgerAction;
  /** What changed: an order's, seat's or trainee's reference, or a catalogue code. Never a name or an address. */
  subject: string;
  customerId?: number;
  before?: object | undefined;
  after?: object;
  reason?: string;
}

/** Whoever did one of those things to the subject last. */
export async function findLastActor(
  db: Database,
  subject: string,
  actions: readonly LedgerAction[],
): Promise<Identity | undefined> {
  const row = await db('ledger')
    .where({ subject })
    .whereIn('action', [...actions])
    .orderBy('id', 'desc')
    .first();
  return row && { teamId: row.actor_team, userId: row.actor_user };
}

/** Always in the transaction of the change it tells of. */
export async function record(tx: Database, by: Identity, now: Now, ...entries: LedgerEntry[]): Promise<void> {
  const rows = entries.map((entry) => ({
    at: toInstant(now),
    actor_team: by.teamId,
    actor_user: by.userId,
    action: entry.action,
    subject: entry.subject,
    customer_id: entry.customerId ?? null,
    before: entry.before ? JSON.stringify(entry.before) : null,
    after: entry.after ? JSON.stringify(entry.after) : null,
    reason: entry.reason ?? null,
  }));
  for (const some of chunks(rows)) await tx('ledger').insert(some);
}
