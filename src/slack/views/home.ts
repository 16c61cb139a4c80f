import type { HomeView, KnownBlock } from '@slack/types';
import type { CustomerAtHome, Health, Home, SalesAtHome } from '../../domain/home';
import { actions, button, context, contextWithMentions, header, mention, section } from '../blocks';
import { ofCustomer } from '../button-values';
import type { Translate } from '../translate';
import { introduction, possibilities, type Role } from './help';
import { ASK_FOR_SEATS, HOME_PAGE, OPEN_ASSIGN, OPEN_GENERATE, OPEN_LIST, OPEN_REMINDERS } from './ids';

/** What is most pressing on top; what one can do and type below. */
export function homeView(home: Home, role: Role, t: Translate): HomeView {
  return {
    type: 'home',
    blocks: [
      header(t('home.title')),
      ...(home.customers.length === 0 ? [section(introduction(role, t))] : []),
      ...home.customers.flatMap((one) => customerBlocks(one, t)),
      ...pageButtons(home, t),
      ...(home.sales ? salesBlocks(home.sales, t) : []),
      ...(home.health ? healthBlocks(home.health, t) : []),
      ...possibilities(role, t),
    ],
  };
}

function customerBlocks({ customer, unassigned, next, latest }: CustomerAtHome, t: Translate): KnownBlock[] {
  const seats = unassigned > 0 ? t('board.unassigned', { count: unassigned }) : t('home.none_left');
  const expiring = next && t('home.next', { count: next.seats, day: next.day });
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

function salesBlocks({ sold, requests, broken, low }: SalesAtHome, t: Translate): KnownBlock[] {
  const seats = t('home.seats', { count: sold.seats });
  return [
    header(t('home.sales')),
    section(t('home.sold', { count: sold.orders, seats })),
    section(requests.total > 0 ? t('home.requests', { count: requests.total }) : t('home.no_requests')),
    ...requests.shown.flatMap(({ id, customer, product, seats: count, askedBy }) => [
      contextWithMentions(t('home.asked_by', { person: mention(askedBy) })),
      section(
        t('home.request', { count, product: product.name, customer: customer.name }),
        button(t('action.generate'), OPEN_GENERATE, `request:${id}`),
      ),
    ]),
    ...(broken.total > 0
      ? [section([t('home.broken', { count: broken.total }), ...broken.shown.map(({ name }) => name)].join('\n'))]
      : []),
    section([t(low.length > 0 ? 'home.low' : 'home.none_low'), ...low.map((one) => lowLine(one, t))].join('\n')),
  ];
}

function lowLine({ customer, left }: SalesAtHome['low'][number], t: Translate): string {
  return t('home.low_line', { customer: customer.name, count: left });
}

function healthBlocks({ waiting, oldest, givenUp, remindersAt }: Health, t: Translate): KnownBlock[] {
  const lines = [
    waiting > 0 && oldest ? t('home.waiting', { count: waiting, since: oldest }) : t('home.all_sent'),
    givenUp > 0 ? t('home.given_up', { count: givenUp }) : '',
    remindersAt ? t('home.reminders_at', { at: remindersAt }) : t('home.reminders_never'),
  ];
  return [header(t('home.health')), section(lines.filter(Boolean).join('\n'))];
}
