import type { KnownBlock, ModalView } from '@slack/types';
import type { CustomerLine, CustomerList } from '../../domain/customer-card';
import { actions, button, contextWithMentions, header, modal, section } from '../blocks';
import { textInput } from '../inputs';
import type { Translate } from '../translate';
import { channelInMarkup } from './channel-words';
import { CUSTOMERS, NEW_CUSTOMER, OPEN_CUSTOMER } from './ids';
import { pagingBlocks } from './list';

/** All customers, twenty at a time: two blocks each stay well below Slack's hundred. */
export function customersView(list: CustomerList, t: Translate): ModalView {
  const { typed, page, pages, total, lines } = list;
  const metadata = { typed, page: String(page) };
  return modal(
    { id: CUSTOMERS, title: t('title.customers'), submit: t('action.search'), close: t('action.close'), metadata },
    [
      textInput('search', { label: t('field.search'), optional: true, dispatch: true, initial: typed, most: 100 }),
      actions(button(t('action.new_customer'), NEW_CUSTOMER)),
      ...(total > 0
        ? [header(t('customers.total', { count: total })), ...lines.flatMap((one) => lineBlocks(one, t))]
        : []),
      ...(total > 0 ? [] : [section(typed ? t('customers.none_found', { typed }) : t('customers.none'))]),
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
