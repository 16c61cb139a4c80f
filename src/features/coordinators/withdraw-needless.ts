import type { Identity } from '../../core/identity';
import { on } from '../../database/changes';
import { coordinatorAdded, coordinatorRemoved } from './coordinator-changes';
import { isFor } from './invitation';
import { getInvitation, openInvitationsOf } from './invitations.sql';
import { settleInvitation } from './invite-coordinator';

/**
 * Who is added in another way needs no invitation any more, and a removal holds: nobody comes back by an invitation of
 * before. One query for an import of thousands.
 */
export const withdrawNeedless = on<{ person: Identity } | { people: readonly Identity[] }>(
  [coordinatorAdded, coordinatorRemoved],
  async (tx, entries, { by, now }) => {
    const people = new Map<number, Identity[]>();
    for (const { customerId = 0, facts } of entries) {
      const person = 'person' in facts ? facts.person : facts.people[0];
      const others = people.get(customerId);
      if (person && !others?.push(person)) people.set(customerId, [person]);
    }
    for (const { id, customerId, to } of await openInvitationsOf(tx, [...people.keys()])) {
      const isNeedless = people.get(customerId)?.some((person) => isFor({ to }, person));
      if (isNeedless) await settleInvitation(tx, await getInvitation(tx, id), 'withdrawn', by, now);
    }
  },
);
