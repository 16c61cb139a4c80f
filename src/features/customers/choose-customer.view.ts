import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { Translate } from '../../core/words';
import { section } from '../../slack/blocks';
import type { FormSettings } from '../../slack/forms';

/** A form that is about one customer, whom it asks for first. */
interface CustomerForm<Note extends string> {
  draw: { customer: (settings: { label: string; placeholder: string }) => InputBlock };
  modal: (settings: FormSettings<Note>, blocks: KnownBlock[]) => ModalView;
}

/** Asks sales people, and coordinators of several customers, for the customer; the choice is told at once. */
export function chooseCustomerView<Note extends string>(
  { draw, modal }: CustomerForm<Note>,
  { question, ...settings }: Omit<FormSettings<Note>, 'close'> & { question: string },
  t: Translate,
): ModalView {
  return modal({ ...settings, close: t('action.close') } as FormSettings<Note>, [
    section(question),
    draw.customer({ label: t('field.customer'), placeholder: t('placeholder.search') }),
  ]);
}
