import type { Limits } from '../../core/coordinator';
import type { Identity } from '../../core/identity';
import type { Instant } from '../../core/time';
import { chunks } from '../../database/chunks';
import type { NewRow } from '../../database/columns';
import type { Database } from '../../database/database';
import type { InvitationRow } from '../../database/tables';
import { getCustomer } from '../customers/customers.sql';
import { findProductNames } from '../products/product-names.sql';
import type { Invitation } from './invitation';

interface NewInvitation extends Limits {
  customerId: number;
  to: Invitation['to'];
  by: Identity;
  at: Instant;
}

export async function findInvitation(db: Database, id: number): Promise<Invitation | undefined> {
  const row = await db('invitations').where({ id }).first();
  return row && fromRow(db, row);
}

/** Throws when there is no such invitation. */
export async function getInvitation(db: Database, id: number): Promise<Invitation> {
  const invitation = await findInvitation(db, id);
  if (!invitation) throw new Error(`There is no invitation ${id}.`);
  return invitation;
}

/** Open invitations, oldest first. */
export async function openInvitations(db: Database, customerId: number): Promise<Invitation[]> {
  const rows = await db('invitations').where({ customer_id: customerId, state: 'open' }).orderBy('id');
  const invitations: Invitation[] = [];
  for (const row of rows) invitations.push(await fromRow(db, row));
  return invitations;
}

/** The customers' open invitations: whom each is for. */
export async function openInvitationsOf(
  tx: Database,
  customerIds: readonly number[],
): Promise<(Pick<Invitation, 'id' | 'to'> & { customerId: number })[]> {
  const rows: InvitationRow[] = [];
  for (const some of chunks(customerIds)) {
    rows.push(...(await tx('invitations').where({ state: 'open' }).whereIn('customer_id', some).orderBy('id')));
  }
  return rows.map(({ id, customer_id, team_id, user_id }) => ({
    id,
    customerId: customer_id,
    to: { teamId: team_id ?? undefined, userId: user_id },
  }));
}

/** Returns the new id, or undefined when the person already has an open invitation. */
export async function insertInvitation(tx: Database, invitation: NewInvitation): Promise<number | undefined> {
  const { customerId, to, by, at, quota, products } = invitation;
  const row: NewRow<'invitations'> = {
    customer_id: customerId,
    team_id: to.teamId ?? null,
    user_id: to.userId,
    quota: quota ?? null,
    state: 'open',
    invited_at: at,
    invited_by_team: by.teamId,
    invited_by_user: by.userId,
  };
  const conflict = tx.raw("(customer_id, user_id) where state = 'open'");
  const [inserted] = await tx('invitations').insert(row).onConflict(conflict).ignore().returning('id');
  if (!inserted) return undefined;
  const scope = products.map((id) => ({ invitation_id: inserted.id, product_id: id }));
  if (scope.length > 0) await tx('invitation_products').insert(scope);
  return inserted.id;
}

/** True for exactly one of several concurrent callers. */
export async function closeInvitation(
  tx: Database,
  id: number,
  state: Exclude<Invitation['state'], 'open'>,
): Promise<boolean> {
  return (await tx('invitations').where({ id, state: 'open' }).update({ state })) === 1;
}

async function fromRow(db: Database, row: InvitationRow): Promise<Invitation> {
  const products = await db('invitation_products').where({ invitation_id: row.id });
  return {
    id: row.id,
    customer: await getCustomer(db, row.customer_id),
    to: { teamId: row.team_id ?? undefined, userId: row.user_id },
    products: await findProductNames(
      db,
      products.map(({ product_id }) => product_id),
    ),
    quota: row.quota ?? undefined,
    state: row.state,
    by: { teamId: row.invited_by_team, userId: row.invited_by_user },
  };
}
