import type { KnownBlock, ModalView } from '@slack/types';
import type { Translate } from '../../core/words';
import { actions, button, contextWithMentions, header, section } from '../../slack/blocks';
import { text } from '../../slack/field-kinds';
import { type FieldsOf, form } from '../../slack/forms';
import { pagingBlocks } from '../../slack/paging';
import { channelInMarkup } from './channel-words.view';
import type { CustomerLine, CustomerList } from './customer-card';

export const OPEN_CUSTOMERS = 'open_customers';
export const OPEN_CUSTOMER = 'open_customer';
export const NEW_CUSTOMER = 'new_customer';

export const customersForm = form('customers', { search: text({ optional: true, dispatch: true, most: 100 }) }, [
  'typed',
  'page',
]);

declare module '../../core/field' {
  interface Fields extends FieldsOf<typeof customersForm> {}
}

/** Pages of 20: two blocks each stay well below Slack's limit of 100. */
export function customersView(list: CustomerList, t: Translate): ModalView {
  const { search, page, pages, total, lines } = list;
  const notes = { typed: search, page: String(page) };
  return customersForm.modal(
    { title: t('title.customers'), submit: t('action.search'), close: t('action.close'), notes },
    [
      customersForm.draw.search({ label: t('field.search'), initial: search }),
      actions(button(t('action.new_customer'), NEW_CUSTOMER)),
      ...(total > 0
        ? [header(t('customers.total', { count: total })), ...lines.flatMap((one) => lineBlocks(one, t))]
        : []),
      ...(total > 0 ? [] : [section(search ? t('customers.none_found', { typed: search }) : t('customers.none'))]),
      ...pagingBlocks(page, pages, t),
    ],
  );
}

function lineBlocks({ account, seatsLeft }: CustomerLine, t: Translate): KnownBlock[] {
  const { code, name } = account;
  const called = t(account.archived ? 'customers.archived' : 'customers.called', { customer: name, code });
  return [
    section(
      [called, t('customers.left', { count: seatsLeft })].join('\n'),
      button(t('action.open'), OPEN_CUSTOMER, code),
    ),
    contextWithMentions(channelInMarkup(account, t)),
  ];
}
