import type { ModalView } from '@slack/types';
import { type CustomerAccount, LOCALES } from '../../core/customer';
import { context, modal } from '../../slack/blocks';
import { channelInput, searchInput, selectInput, textInput } from '../../slack/inputs';
import type { Translate } from '../../slack/translate';
import { LANGUAGES } from '../reminders/reminder-settings.view';
import { LONGEST_CHANNEL_NAME, LONGEST_CODE, LONGEST_CUSTOMER_NAME, LONGEST_NOTES } from './customer-form';

export const CUSTOMER_FORM = 'customer_form';

interface Begun {
  /** Undefined for a new one. */
  account?: CustomerAccount;
  timezone: string;
  below: string | undefined;
}

/** For a new customer, or one that is there, whose code stays. It notes down which version is being looked at. */
export function customerForm({ account, timezone, below }: Begun, t: Translate): ModalView {
  const known = account && { customer: account.code, version: String(account.version) };
  const languages = LOCALES.map((value) => ({ text: LANGUAGES[value], value }));
  return modal(
    {
      id: CUSTOMER_FORM,
      title: t(account ? 'title.edit_customer' : 'title.new_customer'),
      submit: t('action.save'),
      close: t('action.close'),
      metadata: { ...known, below },
    },
    [
      textInput('name', { label: t('field.name'), initial: account?.name ?? '', most: LONGEST_CUSTOMER_NAME }),
      account
        ? context(t('card.code', { code: account.code }))
        : textInput('code', {
            label: t('field.code'),
            hint: t('field.customer_code.hint'),
            optional: true,
            most: LONGEST_CODE,
          }),
      channelInput(
        'channel',
        { label: t('field.channel'), hint: t('field.channel.hint'), optional: true },
        account?.channel,
      ),
      textInput('new_channel', {
        label: t('field.new_channel'),
        hint: t('field.new_channel.hint'),
        optional: true,
        initial: account?.newChannel ?? '',
        most: LONGEST_CHANNEL_NAME,
      }),
      searchInput(
        'timezone',
        { label: t('field.timezone'), placeholder: t('placeholder.timezone') },
        { text: timezone, value: timezone },
      ),
      selectInput(
        'language',
        { label: t('field.language'), hint: t('field.language.hint') },
        languages,
        account?.locale ?? t.locale,
      ),
      textInput('notes', {
        label: t('field.notes'),
        hint: t('field.notes.hint'),
        multiline: true,
        optional: true,
        initial: account?.notes ?? '',
        most: LONGEST_NOTES,
      }),
    ],
  );
}
