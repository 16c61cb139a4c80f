import type { KnownBlock, ModalView } from '@slack/types';
import { LANGUAGES } from '../../core/customer';
import { OPEN_COORDINATORS, OPEN_GENERATE, OPEN_LIST, OPEN_REMINDERS } from '../../core/entry-points';
import { parseInstant, today } from '../../core/time';
import type { Translate } from '../../core/words';
import {
  actions,
  button,
  confirmed,
  context,
  contextWithMentions,
  header,
  mention,
  modal,
  section,
} from '../../slack/blocks';
import { ofCustomer } from '../../slack/button-values';
import { withReference } from '../../slack/own-reference';
import { channelInMarkup } from './channel-words.view';
import type { CustomerCard } from './customer-card';

export const EDIT_CUSTOMER = 'edit_customer';
export const ARCHIVE_CUSTOMER = 'archive_customer';
export const RESTORE_CUSTOMER = 'restore_customer';
export const REPAIR_CHANNEL = 'mend_channel';
const CUSTOMER_CARD = 'customer_card';

interface CardSettings {
  /** The view underneath, to refresh when something changes. */
  below: string | undefined;
  /** The change just made; shown first. */
  done?: string;
}

/** One customer's details and actions. */
export function customerCardView(card: CustomerCard, { below, done }: CardSettings, t: Translate): ModalView {
  const { account, coordinators, seatsLeft, lastOrder } = card;
  const { code, name, archived, notes } = account;
  const who = coordinators.length > 0 ? coordinators.map(mention).join(', ') : t('card.no_coordinators');
  return modal(
    { id: CUSTOMER_CARD, title: t('title.customer'), close: t('action.close'), metadata: { customer: code, below } },
    [
      done ? context(done) : undefined,
      header(name),
      archived ? section(t('card.archived')) : undefined,
      section(
        [
          t('card.code', { code }),
          t('customers.left', { count: seatsLeft }),
          lastOrder ? lastInWords(lastOrder, account.timezone, t) : t('card.no_orders'),
          t('card.place', { timezone: account.timezone, language: LANGUAGES[account.locale] }),
        ].join('\n'),
      ),
      contextWithMentions(`${t('card.channel')} ${channelInMarkup(account, t)}`),
      contextWithMentions(`${t('card.coordinators')} ${who}`),
      notes ? section([t('card.notes'), notes].join(' ')) : undefined,
      cardButtons(card, t),
    ],
  );
}

function lastInWords(order: NonNullable<CustomerCard['lastOrder']>, timezone: string, t: Translate): string {
  const { reference, product, seats, generatedAt } = order;
  const day = today(parseInstant(generatedAt), timezone);
  return withReference(t('card.last_order', { order: reference, product: product.name, count: seats, day }), order, t);
}

function cardButtons({ account }: CustomerCard, t: Translate): KnownBlock {
  const { code, name } = account;
  if (account.archived) return actions(button(t('action.restore'), RESTORE_CUSTOMER, code, 'primary'));
  const archive = confirmed(button(t('action.archive'), ARCHIVE_CUSTOMER, code), {
    title: t('card.archive_title', { customer: name }),
    text: t('card.archive_question'),
    deny: t('action.keep'),
  });
  return actions(
    button(t('action.edit'), EDIT_CUSTOMER, code),
    account.channelError ? button(t('action.repair_channel'), REPAIR_CHANNEL, code, 'primary') : undefined,
    button(t('action.generate'), OPEN_GENERATE, ofCustomer(code)),
    button(t('action.list'), OPEN_LIST, ofCustomer(code)),
    button(t('action.reminder_settings'), OPEN_REMINDERS, code),
    button(t('action.coordinators'), OPEN_COORDINATORS, code),
    archive,
  );
}
