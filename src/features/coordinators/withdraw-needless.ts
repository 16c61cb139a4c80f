import type { Identity } from '../../core/identity';
import type { Now } from '../../core/time';
import { on } from '../../database/changes';
import type { Database } from '../../database/database';
import { coordinatorAdded, coordinatorRemoved } from './coordinator-changes';
import { isFor } from './invitation';
import { openInvitations } from './invitations.sql';
import { settleInvitation } from './invite-coordinator';

/**
 * Who is added in another way needs no invitation any more, and a removal holds: nobody comes back by an invitation of
 * before.
 */
export const withdrawNeedless = on<{ person: Identity } | { people: readonly Identity[] }>(
  [coordinatorAdded, coordinatorRemoved],
  async (tx, entries, { by, now }) => {
    for (const { customerId = 0, facts } of entries) {
      const person = 'person' in facts ? facts.person : facts.people[0];
      if (person) await withdraw(tx, customerId, person, by, now);
    }
  },
);

async function withdraw(tx: Database, customerId: number, person: Identity, by: Identity, now: Now): Promise<void> {
  for (const invitation of await openInvitations(tx, customerId)) {
    if (isFor(invitation, person)) await settleInvitation(tx, invitation, 'withdrawn', by, now);
  }
}
