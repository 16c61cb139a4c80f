import { UserError } from '../../core/errors';
import type { Person } from '../../core/person';
import type { Now } from '../../core/time';
import type { Database } from '../../database/database';
import { inUse } from '../customers/in-use';
import { saveNew } from './add-coordinator';
import { findCoordinator } from './coordinators.sql';
import { type Invitation, isFor } from './invitation';
import { settleInvitation, theInvitation } from './invite-coordinator';

/** `somebody_else`: the invitation is for another person. */
type Acceptance = { kind: 'accepted' | 'somebody_else'; invitation: Invitation };

/**
 * Makes the invited person a coordinator, with the workspace from which they accept. Idempotent. Reveals the addressee
 * to another person only in the customer's channel; elsewhere throws UserError.
 */
export async function acceptInvitation(
  db: Database,
  asked: { reference: string; channel: string | undefined },
  by: Person,
  now: Now,
): Promise<Acceptance> {
  return db.transaction(async (tx) => {
    const invitation = await theInvitation(tx, asked.reference);
    const { customer, state, products, quota } = invitation;
    if (!isFor(invitation, by)) {
      if (asked.channel !== customer.channel || state !== 'open') throw new UserError({ code: 'invitation.closed' });
      return { kind: 'somebody_else', invitation };
    }
    if (state === 'accepted' && (await findCoordinator(tx, customer.id, by))) return { kind: 'accepted', invitation };
    inUse(customer);
    await settleInvitation(tx, invitation, 'accepted', by, now);
    const limits = { products: products.map(({ id }) => id), quota };
    await saveNew(tx, { customer, person: { teamId: by.teamId, userId: by.userId } }, limits, by, now);
    return { kind: 'accepted', invitation };
  });
}
