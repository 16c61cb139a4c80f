import type { ModalView } from '@slack/types';
import { type CustomerAccount, LANGUAGES, LOCALES } from '../../core/customer';
import type { Translate } from '../../core/words';
import { context } from '../../slack/blocks';
import { channel, search, select, text } from '../../slack/field-kinds';
import { type FieldsOf, form } from '../../slack/forms';
import { MAX_CHANNEL_NAME_LENGTH, MAX_CODE_LENGTH, MAX_CUSTOMER_NAME_LENGTH, MAX_NOTES_LENGTH } from './customer-form';

export const customerForm = form(
  'customer_form',
  {
    name: text({ most: MAX_CUSTOMER_NAME_LENGTH }),
    code: text({ optional: true, most: MAX_CODE_LENGTH }),
    channel: channel({ optional: true }),
    new_channel: text({ optional: true, most: MAX_CHANNEL_NAME_LENGTH }),
    timezone: search(),
    language: select(),
    notes: text({ optional: true, multiline: true, most: MAX_NOTES_LENGTH }),
  },
  ['customer', 'version', 'below'],
);

declare module '../../core/field' {
  interface Fields extends FieldsOf<typeof customerForm> {}
}

interface Begun {
  /** Undefined for a new customer. */
  account?: CustomerAccount;
  timezone: string;
  below: string | undefined;
}

/**
 * Creates or edits a customer; an existing code cannot change. The metadata carries the version, for optimistic
 * concurrency.
 */
export function customerFormView({ account, timezone, below }: Begun, t: Translate): ModalView {
  const known = account && { customer: account.code, version: String(account.version) };
  const languages = LOCALES.map((value) => ({ text: LANGUAGES[value], value }));
  const { draw } = customerForm;
  return customerForm.modal(
    {
      title: t(account ? 'title.edit_customer' : 'title.new_customer'),
      submit: t('action.save'),
      close: t('action.close'),
      notes: { ...known, below },
    },
    [
      draw.name({ label: t('field.name'), initial: account?.name }),
      account
        ? context(t('card.code', { code: account.code }))
        : draw.code({ label: t('field.code'), hint: t('field.customer_code.hint') }),
      draw.channel({ label: t('field.channel'), hint: t('field.channel.hint'), initial: account?.channel }),
      draw.new_channel({
        label: t('field.new_channel'),
        hint: t('field.new_channel.hint'),
        initial: account?.newChannel,
      }),
      draw.timezone({
        label: t('field.timezone'),
        placeholder: t('placeholder.timezone'),
        chosen: { text: timezone, value: timezone },
      }),
      draw.language({
        label: t('field.language'),
        hint: t('field.language.hint'),
        options: languages,
        chosen: account?.locale ?? t.locale,
      }),
      draw.notes({ label: t('field.notes'), hint: t('field.notes.hint'), initial: account?.notes }),
    ],
  );
}
