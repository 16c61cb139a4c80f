import type { Customer } from '../src/core/customer';
import type { Context, Handler } from '../src/feature';
import { acceptInvitation } from '../src/features/coordinators/accept-invitation';
import { inviteCoordinatorForm, inviteCoordinatorView } from '../src/features/coordinators/coordinator-form.view';
import { acceptedMessage, notForYouMessage } from '../src/features/coordinators/coordinator-messages.view';
import { coordinatorsForm, coordinatorsView } from '../src/features/coordinators/coordinators.view';
import {
  inviteCoordinator,
  theCustomerToInviteFor,
  withdrawInvitation,
} from '../src/features/coordinators/invite-coordinator';
import { listCoordinators } from '../src/features/coordinators/list-coordinators';
import type { Answer } from '../src/slack/answers';
import { channelLink, mention } from '../src/slack/blocks';

/** Button value: a customer's code. */
export const openInvite: Handler = async ({ value }, { db, person, t }) => ({
  show: inviteCoordinatorView(await theCustomerToInviteFor(db, value, person), t),
});

export const submitInvite: Handler = async ({ view, submission }, context) => {
  if (!view) return undefined;
  const { db, person, t } = context;
  const form = { ...inviteCoordinatorForm.notes(view), ...inviteCoordinatorForm.read(view) };
  const { customer, to } = await inviteCoordinator(db, form, person, context, submission);
  const channel = channelLink(customer.channel ?? '');
  return showList(customer, 0, t('invitation.sent', { person: mention(to), channel }), context);
};

export const withdraw: Handler = async ({ value, view }, context) => {
  const { db, person, now, t } = context;
  const { customer, to } = await withdrawInvitation(db, value, person, now);
  const page = view ? Number(coordinatorsForm.notes(view).page) : 0;
  return showList(customer, page, t('invitation.withdrawn', { person: mention(to) }), context);
};

/** Only the invited person becomes a coordinator; others see the addressee. */
export const accept: Handler = async ({ value, channel }, { db, person, now, t }) => {
  const { kind, invitation } = await acceptInvitation(db, { reference: value, channel }, person, now);
  return { say: kind === 'accepted' ? acceptedMessage(invitation, t) : notForYouMessage(invitation, t) };
};

async function showList(
  { code }: Customer,
  page: number,
  said: string,
  { db, person, now, t }: Context,
): Promise<Answer> {
  const list = await listCoordinators(db, { customer: code, page }, person, now);
  return list && { show: coordinatorsView(list, person, t, said) };
}
