import type { HomeView, KnownBlock } from '@slack/types';
import { ASK_FOR_SEATS, OPEN_ASSIGN, OPEN_COORDINATORS, OPEN_LIST, OPEN_REMINDERS } from '../../core/entry-points';
import type { Translate } from '../../core/words';
import { withBlockIds } from '../../slack/block-ids';
import { actions, button, context, header, section } from '../../slack/blocks';
import { ofCustomer } from '../../slack/button-values';
import { enrolmentInBrief } from '../assignments/enrolment-words.view';
import { courseOutageInWords, outageInWords } from '../courses/moodle-outage.view';
import { OPEN_FAILED } from '../enrolments/enrolment-messages.view';
import { buttonsOf, introduction, type Role, wordsOf } from '../help/help.view';
import type { CustomerAtHome, Health, Home, HomePages } from './home';
import { ofPages } from './home-pages';
import { salesBlocks } from './home-sales.view';

/** Page buttons: the person's own customers, and all customers by seats left. */
export const HOME_PAGE = 'home_page';
export const HOME_STOCK = 'home_stock';

/** Most urgent content first; help with the commands last. */
export function homeView(home: Home, role: Role, t: Translate): HomeView {
  const { sales } = home;
  const at: HomePages = { customers: home.page, stock: sales?.stock.page ?? 0 };
  return {
    type: 'home',
    blocks: withBlockIds([
      header(t('home.title')),
      ...(home.outage ? [section(outageInWords(home.outage, { isAdmin: role.admin }, t))] : []),
      ...(home.customers.length === 0 ? [section(introduction(role, t))] : []),
      // Coordinators have the same buttons with each customer.
      ...(home.customers.length === 0 || role.sales ? buttonsOf(role, t) : []),
      ...(sales ? salesBlocks(sales, t) : []),
      ...(sales ? pageButtons(HOME_STOCK, sales.stock, (stock) => ofPages({ ...at, stock }), t) : []),
      ...(home.health ? healthBlocks(home.health, t) : []),
      ...home.customers.flatMap((one) => customerBlocks(one, t)),
      ...pageButtons(HOME_PAGE, home, (customers) => ofPages({ ...at, customers }), t),
      ...wordsOf(role, t),
    ]),
  };
}

function customerBlocks({ customer, unassigned, next, latest, failed }: CustomerAtHome, t: Translate): KnownBlock[] {
  const seats = unassigned > 0 ? t('board.unassigned', { count: unassigned }) : t('home.none_left');
  const expiring =
    next && t(next.seats === unassigned ? 'home.next_all' : 'home.next', { count: next.seats, day: next.day });
  const value = ofCustomer(customer.code);
  return [
    header(customer.name),
    section([seats, expiring, failed > 0 && t('home.failed', { count: failed })].filter(Boolean).join('\n')),
    ...latest.map((one) => context(latestInWords(one, t))),
    actions(
      unassigned > 0 ? button(t('action.assign'), OPEN_ASSIGN, value, 'primary') : undefined,
      button(t('action.see_all'), OPEN_LIST, value),
      failed > 0 ? button(t('title.failed'), OPEN_FAILED, value) : undefined,
      button(t('action.ask_for_seats'), ASK_FOR_SEATS, value),
      button(t('action.reminders'), OPEN_REMINDERS, customer.code),
      button(t('action.coordinators'), OPEN_COORDINATORS, customer.code),
    ),
  ];
}

function latestInWords({ enrolment, ...names }: CustomerAtHome['latest'][number], t: Translate): string {
  return [t('home.latest', names), enrolmentInBrief(enrolment, t)].filter(Boolean).join(' · ');
}

function pageButtons(
  action: string,
  { page, pages }: { page: number; pages: number },
  valueFor: (page: number) => string,
  t: Translate,
): KnownBlock[] {
  if (pages === 1) return [];
  return [
    context(t('list.page', { page: page + 1, pages })),
    actions(
      page > 0 ? button(t('action.previous'), action, valueFor(page - 1)) : undefined,
      page + 1 < pages ? button(t('action.next'), `${action}_next`, valueFor(page + 1)) : undefined,
    ),
  ];
}

function healthBlocks(
  { waiting, oldest, givenUp, productsWithErrors, remindersAt, courses }: Health,
  t: Translate,
): KnownBlock[] {
  const lines = [
    waiting > 0 && oldest ? t('home.waiting', { count: waiting, since: oldest }) : t('home.all_sent'),
    givenUp > 0 ? t('home.given_up', { count: givenUp }) : '',
    productsWithErrors > 0 ? t('home.product_errors', { count: productsWithErrors }) : '',
    ...courses.shown.map((one) => courseOutageInWords(one, t)),
    courses.total > courses.shown.length ? t('home.more', { count: courses.total - courses.shown.length }) : '',
    remindersAt ? t('home.reminders_at', { at: remindersAt }) : t('home.reminders_never'),
  ];
  return [header(t('home.health')), section(lines.filter(Boolean).join('\n'))];
}
