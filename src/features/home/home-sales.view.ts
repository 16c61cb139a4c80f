import type { KnownBlock } from '@slack/types';
import { OPEN_GENERATE } from '../../core/entry-points';
import type { SetupStep } from '../../core/setup-checklist';
import type { Translate } from '../../core/words';
import {
  actions,
  button,
  context,
  contextWithMentions,
  header,
  mention,
  section,
  sectionWithMentions,
} from '../../slack/blocks';
import { ofCustomer } from '../../slack/button-values';
import { OPEN_CUSTOMER } from '../customers/customers.view';
import { OPEN_FAILED } from '../enrolments/enrolment-messages.view';
import { APPROVE_ACCESS, DECLINE_ACCESS } from '../requests/access.view';
import { accessReference } from '../requests/access-request';
import { requestReference } from '../requests/request';
import { DECLINE_REQUEST } from '../requests/request.view';
import type { SalesAtHome } from './home';

const MISSING = {
  courses: 'home.missing_courses',
  products: 'home.missing_products',
  customers: 'home.missing_customers',
} as const satisfies Record<SetupStep, string>;

/** What waits for an answer, then how everybody stands. */
export function salesBlocks(sales: SalesAtHome, t: Translate): KnownBlock[] {
  const { missing } = sales;
  return [
    header(t('home.sales')),
    ...(missing.length > 0 ? [section([t('home.missing'), ...missing.map((one) => t(MISSING[one]))].join('\n'))] : []),
    soldBlock(sales, t),
    ...requestBlocks(sales, t),
    ...accessBlocks(sales, t),
    ...brokenBlocks(sales, t),
    ...stockBlocks(sales, t),
  ];
}

/** With what waits for somebody in Moodle: a Home takes no more blocks. */
function soldBlock({ sold, failed }: SalesAtHome, t: Translate): KnownBlock {
  const text = t('home.sold', { count: sold.orders, seats: t('home.seats', { count: sold.seats }) });
  if (failed === 0) return section(text);
  return section(`${text}\n${t('home.failed', { count: failed })}`, button(t('title.failed'), OPEN_FAILED));
}

function requestBlocks({ requests }: SalesAtHome, t: Translate): KnownBlock[] {
  return [
    section(requests.total > 0 ? t('home.requests', { count: requests.total }) : t('home.no_requests')),
    ...requests.shown.flatMap(({ id, customer, product, seats: count, askedBy }) => [
      contextWithMentions(t('home.asked_by', { person: mention(askedBy) })),
      section(t('home.request', { count, product: product.name, customer: customer.name })),
      actions(
        button(t('action.generate'), OPEN_GENERATE, requestReference(id)),
        button(t('action.decline'), DECLINE_REQUEST, requestReference(id)),
      ),
    ]),
    ...moreBlocks(requests, t),
  ];
}

function accessBlocks({ access }: SalesAtHome, t: Translate): KnownBlock[] {
  if (access.total === 0) return [];
  return [
    section(t('home.access', { count: access.total })),
    ...access.shown.flatMap(({ id, customer, askedBy }) => [
      sectionWithMentions(t('home.asked_by', { person: mention(askedBy) }), [customer.name]),
      actions(
        button(t('action.approve'), APPROVE_ACCESS, accessReference(id)),
        button(t('action.decline'), DECLINE_ACCESS, accessReference(id)),
      ),
    ]),
    ...moreBlocks(access, t),
  ];
}

function brokenBlocks({ broken }: SalesAtHome, t: Translate): KnownBlock[] {
  if (broken.total === 0) return [];
  return [
    section(t('home.broken', { count: broken.total })),
    ...broken.shown.map(({ code, name }) => section(name, button(t('action.open'), OPEN_CUSTOMER, code))),
    ...moreBlocks(broken, t),
  ];
}

/** What is done makes room for the rest. */
function moreBlocks({ shown, total }: { shown: readonly unknown[]; total: number }, t: Translate): KnownBlock[] {
  const count = total - shown.length;
  return count > 0 ? [context(t('home.more', { count }))] : [];
}

function stockBlocks({ stock }: SalesAtHome, t: Translate): KnownBlock[] {
  return [
    section(t(stock.shown.length > 0 ? 'home.stock' : 'home.no_stock')),
    ...stock.shown.flatMap(({ customer: { code, name }, left }) => [
      section(t('home.stock_line', { customer: name, count: left })),
      actions(
        button(t('action.open'), OPEN_CUSTOMER, code),
        button(t('action.generate'), OPEN_GENERATE, ofCustomer(code)),
      ),
    ]),
  ];
}
