import type { ModalView } from '@slack/types';
import { type ModalSettings, modal, section } from '../../slack/blocks';
import { searchInput } from '../../slack/inputs';
import type { Translate } from '../../slack/translate';

/** Asks sales people, and coordinators of several customers, whom they mean; the choice is told at once. */
export function chooseCustomerForm(settings: Omit<ModalSettings, 'close'>, question: string, t: Translate): ModalView {
  return modal({ ...settings, close: t('action.close') }, [
    section(question),
    searchInput('customer', { label: t('field.customer'), placeholder: t('placeholder.search'), dispatch: true }),
  ]);
}
