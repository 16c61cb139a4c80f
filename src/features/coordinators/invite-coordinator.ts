import type { Customer } from '../../core/customer';
import { type Refusal, refuseAny, UserError } from '../../core/errors';
import { identifyChoice, planPerson } from '../../core/identify';
import type { Identity } from '../../core/identity';
import { demand } from '../../core/permission';
import type { Identified, Person } from '../../core/person';
import { type Now, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import { idempotent } from '../../database/idempotent';
import { record } from '../../database/ledger';
import { theCustomerFor } from '../orders/find-customer-for';
import { coordinatorInvited, invitationAccepted, invitationWithdrawn } from './coordinator-changes';
import { coordinatorsOf } from './coordinators.sql';
import type { EditContext } from './edit-coordinator';
import { type Invitation, invitationReference, isFor, parseInvitationReference } from './invitation';
import { closeInvitation, findInvitation, getInvitation, insertInvitation } from './invitations.sql';
import { coordinatorTerms, type LimitsForm, planLimits } from './plan-limits';

type InvitationForm = LimitsForm & { customer: string | undefined; person: string | undefined };

/** Throws UserError when the customer has no channel for the invitation. */
export async function theCustomerToInviteFor(
  db: Database,
  code: string | undefined,
  by: Person,
): Promise<Customer & { channel: string }> {
  const customer = await theCustomerFor(db, { customer: code }, by, 'customers');
  const { channel } = customer;
  if (!channel) throw new UserError({ code: 'invitation.no_channel', details: { customer: customer.name } });
  return { ...customer, channel };
}

/** Posts an invitation in the customer's channel; its button makes the person a coordinator. */
export async function inviteCoordinator(
  db: Database,
  form: InvitationForm,
  by: Person,
  { now, identify }: EditContext,
  submission?: string,
): Promise<Invitation> {
  demand(by, 'customers');
  const who = await identifyChoice(form.person, identify);
  return idempotent(db, submission, by, now, {
    run: (tx) => invite(tx, form, who, by, now),
    load: (tx, id) => getInvitation(tx, Number(id)),
  });
}

export async function withdrawInvitation(db: Database, reference: string, by: Person, now: Now): Promise<Invitation> {
  demand(by, 'customers');
  return db.transaction(async (tx) => {
    const invitation = await theInvitation(tx, reference);
    await settleInvitation(tx, invitation, 'withdrawn', by, now);
    return invitation;
  });
}

export async function theInvitation(db: Database, reference: string): Promise<Invitation> {
  const id = parseInvitationReference(reference);
  const invitation = id === undefined ? undefined : await findInvitation(db, id);
  if (!invitation) throw new UserError({ code: 'invitation.closed' });
  return invitation;
}

/** Queues the message update. Of two concurrent calls, one throws UserError. */
export async function settleInvitation(
  tx: Database,
  invitation: Invitation,
  state: 'accepted' | 'withdrawn',
  by: Identity,
  now: Now,
): Promise<void> {
  const { id, customer, to } = invitation;
  if (!(await closeInvitation(tx, id, state))) throw new UserError({ code: 'invitation.closed' });
  const details = { subject: invitationReference(id), customerId: customer.id, after: { userId: to.userId } };
  const change = state === 'accepted' ? invitationAccepted : invitationWithdrawn;
  await record(tx, by, now, change(details, { id, channel: customer.channel }));
}

async function invite(
  tx: Database,
  form: InvitationForm,
  who: Identified | undefined,
  by: Person,
  now: Now,
): Promise<string> {
  const customer = await theCustomerToInviteFor(tx, form.customer, by);
  const { to: invited, refusals } = planInvited(form.person, who);
  const { limits, refusals: wrong } = await planLimits(tx, form);
  const about = { field: 'person', details: { customer: customer.name } } as const;
  const coordinators = await coordinatorsOf(tx, customer.id);
  if (invited && coordinators.some((one) => isFor({ to: invited }, one))) {
    refusals.push({ code: 'person.coordinates', ...about });
  }
  refuseAny([...refusals, ...wrong]);
  const at = toInstant(now);
  const entry = { customerId: customer.id, by, at, ...limits };
  const id = invited && (await insertInvitation(tx, { ...entry, to: invited }));
  if (id === undefined) throw new UserError({ code: 'person.invited', ...about });
  const { to, products, quota } = await getInvitation(tx, id);
  const after = coordinatorTerms(to, products, quota);
  const details = { subject: invitationReference(id), customerId: customer.id, after };
  await record(tx, by, now, coordinatorInvited(details, { id, channel: customer.channel }));
  return String(id);
}

/**
 * If Slack does not know the person or does not answer, the invitation is still possible: accepting it reveals their
 * workspace.
 */
function planInvited(
  userId: string | undefined,
  who: Identified | undefined,
): { to?: Invitation['to']; refusals: Refusal[] } {
  if (who?.kind === 'unknown' || who?.kind === 'silent') {
    return { to: { userId: userId ?? '', teamId: undefined }, refusals: [] };
  }
  const { person, refusals } = planPerson(who, 'person');
  return { ...(person && { to: person }), refusals };
}
