import type { KnownBlock, ModalView } from '@slack/types';
import { type CoordinatorCard, LARGEST_QUOTA, type NamedLimits } from '../../core/coordinator';
import type { Customer } from '../../core/customer';
import { OPEN_COORDINATORS } from '../../core/entry-points';
import { actions, button, mention, modal, section, sectionWithMentions } from '../../slack/blocks';
import { multiSearchInput, numberInput, personInput } from '../../slack/inputs';
import type { Translate } from '../../slack/translate';

export const ADD_COORDINATOR = 'add_coordinator';
export const CHANGE_COORDINATOR = 'change_coordinator';
export const INVITE_COORDINATOR = 'invite_coordinator';

const NEW: NamedLimits = { products: [], quota: undefined };

/** Somebody who coordinates from now on, asked or not. */
export function addForm(customer: Customer, t: Translate): ModalView {
  const settings = { id: ADD_COORDINATOR, title: t('title.add_coordinator'), submit: t('coordinators.add') };
  return form(customer, settings, t, [
    section(t('coordinators.add_explained', { customer: customer.name })),
    chooser(t),
    ...limitsInputs(NEW, t),
  ]);
}

/** Somebody who is asked in the customer's channel. */
export function inviteForm(customer: Customer, t: Translate): ModalView {
  const settings = { id: INVITE_COORDINATOR, title: t('title.invite_coordinator'), submit: t('coordinators.invite') };
  return form(customer, settings, t, [
    section(t('invitation.explained', { customer: customer.name })),
    chooser(t),
    ...limitsInputs(NEW, t),
  ]);
}

export function changeForm(customer: Customer, card: CoordinatorCard, t: Translate): ModalView {
  const settings = { id: CHANGE_COORDINATOR, title: t('title.change_coordinator'), submit: t('action.save') };
  const { teamId, userId } = card.person;
  return form(customer, { ...settings, notes: { teamId, userId } }, t, [
    sectionWithMentions(mention(card.person)),
    section(t('coordinators.change_explained')),
    ...limitsInputs(card, t),
  ]);
}

function form(
  { code }: Customer,
  { notes = {}, ...settings }: { id: string; title: string; submit: string; notes?: object },
  t: Translate,
  blocks: KnownBlock[],
): ModalView {
  return modal({ ...settings, close: t('action.close'), metadata: { customer: code, ...notes } }, [
    ...blocks,
    backButton(code, t),
  ]);
}

/** To the list, without saving. */
export function backButton(customer: string, t: Translate): KnownBlock {
  return actions(button(t('action.back'), OPEN_COORDINATORS, customer));
}

function chooser(t: Translate): KnownBlock {
  return personInput('person', { label: t('field.person') });
}

function limitsInputs({ products, quota }: NamedLimits, t: Translate): KnownBlock[] {
  const chosen = products.map(({ name, code }) => ({ text: name, value: code, description: code }));
  return [
    multiSearchInput(
      'products',
      {
        label: t('field.products'),
        hint: t('field.products.hint'),
        placeholder: t('placeholder.search'),
        optional: true,
      },
      chosen,
    ),
    numberInput('quota', {
      label: t('field.quota'),
      hint: t('field.quota.hint'),
      optional: true,
      most: LARGEST_QUOTA,
      initial: quota,
    }),
  ];
}
