import type { KnownBlock, ModalView } from '@slack/types';
import { type CoordinatorCard, MAX_QUOTA, type NamedLimits } from '../../core/coordinator';
import type { Customer } from '../../core/customer';
import { OPEN_COORDINATORS } from '../../core/entry-points';
import type { Identity } from '../../core/identity';
import type { Translate } from '../../core/words';
import { actions, button, mention, section, sectionWithMentions } from '../../slack/blocks';
import { multiSearch, optionalNumber, person } from '../../slack/field-kinds';
import { type FieldsOf, form } from '../../slack/forms';

export const ADD_COORDINATOR = 'add_coordinator';
export const CHANGE_COORDINATOR = 'change_coordinator';
export const INVITE_COORDINATOR = 'invite_coordinator';

const limits = { products: multiSearch({ optional: true }), quota: optionalNumber({ most: MAX_QUOTA }) };

export const addCoordinatorForm = form(ADD_COORDINATOR, { person: person(), ...limits }, ['customer']);
export const inviteCoordinatorForm = form(INVITE_COORDINATOR, { person: person(), ...limits }, ['customer']);
export const changeCoordinatorForm = form(CHANGE_COORDINATOR, limits, ['customer', 'teamId', 'userId', 'version']);

declare module '../../core/field' {
  interface Fields extends FieldsOf<typeof addCoordinatorForm> {}
}

const NEW: NamedLimits = { products: [], quota: undefined };

/** Adds a coordinator; the person need not accept. */
export function addCoordinatorView({ code, name }: Customer, t: Translate): ModalView {
  const { draw, modal } = addCoordinatorForm;
  const settings = { title: t('title.add_coordinator'), submit: t('coordinators.add'), close: t('action.close') };
  return modal({ ...settings, notes: { customer: code } }, [
    section(t('coordinators.add_explained', { customer: name })),
    draw.person({ label: t('field.person') }),
    ...limitsInputs(NEW, t),
    backButton(code, t),
  ]);
}

/** Invites a person in the customer's channel. */
export function inviteCoordinatorView({ code, name }: Customer, t: Translate): ModalView {
  const { draw, modal } = inviteCoordinatorForm;
  const settings = { title: t('title.invite_coordinator'), submit: t('coordinators.invite'), close: t('action.close') };
  return modal({ ...settings, notes: { customer: code } }, [
    section(t('invitation.explained', { customer: name })),
    draw.person({ label: t('field.person') }),
    ...limitsInputs(NEW, t),
    backButton(code, t),
  ]);
}

/** `version` is that of the limits on the card. */
export function changeCoordinatorView(
  { customer: { code }, card, version }: { customer: Customer; card: CoordinatorCard; version: string },
  t: Translate,
): ModalView {
  const settings = { title: t('title.change_coordinator'), submit: t('action.save'), close: t('action.close') };
  const { teamId, userId } = card.person;
  return changeCoordinatorForm.modal({ ...settings, notes: { customer: code, teamId, userId, version } }, [
    sectionWithMentions(mention(card.person)),
    section(t('coordinators.change_explained')),
    ...limitsInputs(card, t),
    backButton(code, t),
  ]);
}

/** The coordinator in the form's metadata; undefined where it was tampered with. */
export function personNoted({ customer, teamId, userId }: PersonNotes): {
  customer: string | undefined;
  person: Identity | undefined;
} {
  return { customer, person: teamId && userId ? { teamId, userId } : undefined };
}

type PersonNotes = Omit<ReturnType<typeof changeCoordinatorForm.notes>, 'version'>;

/** Returns to the list without saving. */
export function backButton(customer: string, t: Translate): KnownBlock {
  return actions(button(t('action.back'), OPEN_COORDINATORS, customer));
}

function limitsInputs({ products, quota }: NamedLimits, t: Translate): KnownBlock[] {
  const { draw } = changeCoordinatorForm;
  return [
    draw.products({
      label: t('field.products'),
      hint: t('field.products.hint'),
      placeholder: t('placeholder.search'),
      chosen: products.map(({ name, code }) => ({ text: name, value: code, description: code })),
    }),
    draw.quota({ label: t('field.quota'), hint: t('field.quota.hint'), initial: quota }),
  ];
}
