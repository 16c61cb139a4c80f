import type { HomeView, KnownBlock } from '@slack/types';
import { accessReference } from '../../domain/access-request';
import type { CustomerAtHome, Essential, Health, Home, SalesAtHome } from '../../domain/home';
import { requestReference } from '../../domain/request';
import { actions, button, context, contextWithMentions, header, mention, section } from '../blocks';
import { ofCustomer } from '../button-values';
import type { Translate } from '../translate';
import { buttonsOf, introduction, type Role, wordsOf } from './help';
import {
  APPROVE_ACCESS,
  ASK_FOR_SEATS,
  HOME_PAGE,
  OPEN_ASSIGN,
  OPEN_COORDINATORS,
  OPEN_CUSTOMER,
  OPEN_GENERATE,
  OPEN_LIST,
  OPEN_REMINDERS,
} from './ids';

/** What is most pressing on top; what one can do and type below. */
export function homeView(home: Home, role: Role, t: Translate): HomeView {
  return {
    type: 'home',
    blocks: [
      header(t('home.title')),
      ...(home.customers.length === 0 ? [section(introduction(role, t))] : []),
      // Whoever only coordinates has the same buttons with each customer.
      ...(home.customers.length === 0 || role.sales ? buttonsOf(role, t) : []),
      ...(home.sales ? salesBlocks(home.sales, t) : []),
      ...(home.health ? healthBlocks(home.health, t) : []),
      ...home.customers.flatMap((one) => customerBlocks(one, t)),
      ...pageButtons(home, t),
      ...wordsOf(role, t),
    ],
  };
}

function customerBlocks({ customer, unassigned, next, latest }: CustomerAtHome, t: Translate): KnownBlock[] {
  const seats = unassigned > 0 ? t('board.unassigned', { count: unassigned }) : t('home.none_left');
  const expiring =
    next && t(next.seats === unassigned ? 'home.next_all' : 'home.next', { count: next.seats, day: next.day });
  const value = ofCustomer(customer.code);
  return [
    header(customer.name),
    section([seats, expiring].filter(Boolean).join('\n')),
    ...latest.map((one) => context(t('home.latest', one))),
    actions(
      unassigned > 0 ? button(t('action.assign'), OPEN_ASSIGN, value, 'primary') : undefined,
      button(t('action.see_all'), OPEN_LIST, value),
      button(t('action.ask_for_seats'), ASK_FOR_SEATS, value),
      button(t('action.reminders'), OPEN_REMINDERS, customer.code),
      button(t('action.coordinators'), OPEN_COORDINATORS, customer.code),
    ),
  ];
}

function pageButtons({ page, pages }: Home, t: Translate): KnownBlock[] {
  if (pages === 1) return [];
  return [
    context(t('list.page', { page: page + 1, pages })),
    actions(
      page > 0 ? button(t('action.previous'), HOME_PAGE, String(page - 1)) : undefined,
      page + 1 < pages ? button(t('action.next'), `${HOME_PAGE}_next`, String(page + 1)) : undefined,
    ),
  ];
}

const MISSING = {
  courses: 'home.missing_courses',
  products: 'home.missing_products',
  customers: 'home.missing_customers',
} as const satisfies Record<Essential, string>;

function salesBlocks({ missing, sold, requests, access, broken, low }: SalesAtHome, t: Translate): KnownBlock[] {
  const seats = t('home.seats', { count: sold.seats });
  return [
    header(t('home.sales')),
    ...(missing.length > 0 ? [section([t('home.missing'), ...missing.map((one) => t(MISSING[one]))].join('\n'))] : []),
    section(t('home.sold', { count: sold.orders, seats })),
    section(requests.total > 0 ? t('home.requests', { count: requests.total }) : t('home.no_requests')),
    ...requests.shown.flatMap(({ id, customer, product, seats: count, askedBy }) => [
      contextWithMentions(t('home.asked_by', { person: mention(askedBy) })),
      section(
        t('home.request', { count, product: product.name, customer: customer.name }),
        button(t('action.generate'), OPEN_GENERATE, requestReference(id)),
      ),
    ]),
    ...(access.total > 0 ? [section(t('home.access', { count: access.total }))] : []),
    ...access.shown.flatMap(({ id, customer, askedBy: by }) => [
      contextWithMentions(t('home.asked_by', { person: mention(by) })),
      section(customer.name, button(t('action.approve'), APPROVE_ACCESS, accessReference(id))),
    ]),
    ...(broken.total > 0 ? [section(t('home.broken', { count: broken.total }))] : []),
    ...broken.shown.map(({ code, name }) => section(name, button(t('action.open'), OPEN_CUSTOMER, code))),
    section([t(low.length > 0 ? 'home.low' : 'home.none_low'), ...low.map((one) => lowLine(one, t))].join('\n')),
  ];
}

function lowLine({ customer, left }: SalesAtHome['low'][number], t: Translate): string {
  return t('home.low_line', { customer: customer.name, count: left });
}

function healthBlocks(
  { waiting, oldest, givenUp, productsWithErrors, remindersAt }: Health,
  t: Translate,
): KnownBlock[] {
  const lines = [
    waiting > 0 && oldest ? t('home.waiting', { count: waiting, since: oldest }) : t('home.all_sent'),
    givenUp > 0 ? t('home.given_up', { count: givenUp }) : '',
    productsWithErrors > 0 ? t('home.product_errors', { count: productsWithErrors }) : '',
    remindersAt ? t('home.reminders_at', { at: remindersAt }) : t('home.reminders_never'),
  ];
  return [header(t('home.health')), section(lines.filter(Boolean).join('\n'))];
}
