import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { Translate } from '../../core/words';
import { section } from '../../slack/blocks';
import type { FormSettings } from '../../slack/forms';

/** A form about one customer; its first step asks for the customer. */
interface CustomerForm<Note extends string> {
  draw: { customer: (settings: { label: string; placeholder: string }) => InputBlock };
  modal: (settings: FormSettings<Note>, blocks: KnownBlock[]) => ModalView;
}

/** For sales, and for coordinators of several customers. The choice dispatches immediately. */
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
