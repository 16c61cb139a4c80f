import type { KnownBlock, ModalView } from '@slack/types';
import type { Customer } from '../../core/customer';
import { ASK_FOR_SEATS, ASSIGN_FROM_POOL, OPEN_ASSIGNED, OPEN_GENERATE, OPEN_POOL } from '../../core/entry-points';
import { daysBetween, parseInstant, today } from '../../core/time';
import type { Translate } from '../../core/words';
import { actions, button, context, header, type Option, section } from '../../slack/blocks';
import { ofCustomer } from '../../slack/button-values';
import { search } from '../../slack/field-kinds';
import { type FieldsOf, form } from '../../slack/forms';
import { withReference } from '../../slack/own-reference';
import { pagingBlocks } from '../../slack/paging';
import type { MoodleOutage } from '../courses/moodle-outage';
import { outageInWords } from '../courses/moodle-outage.view';
import type { PoolFilter, PoolList } from './list';
import { termsInWords } from './order.view';
import type { Pool } from './pool';

/** Option that applies no filter. */
export const ALL = 'all';

export const listSeatsForm = form(
  'list_seats',
  {
    customer: search({ dispatch: true }),
    filter_product: search({ optional: true, dispatch: true }),
    filter_course: search({ optional: true, dispatch: true }),
  },
  ['customer', 'product', 'course', 'page'],
);

declare module '../../core/field' {
  interface Fields extends FieldsOf<typeof listSeatsForm> {}
}

/** Without a `list`, asks for the customer. `choosing` keeps the customer select, for people with several customers. */
export function listView(
  list: PoolList | undefined,
  person: { choosing: boolean; generates: boolean; isAdmin: boolean; outage: MoodleOutage | undefined },
  t: Translate,
): ModalView {
  const customer = person.choosing ? customerInput(list?.customer, t) : undefined;
  const settings = { title: t('title.list'), submit: t('action.refresh'), close: t('action.close') };
  if (!list) return listSeatsForm.modal(settings, [section(t('list.choose_customer')), customer]);
  const { filter, page } = list;
  const notes = { customer: list.customer.code, ...filter, page: String(page) };
  const { outage } = person;
  return listSeatsForm.modal({ ...settings, notes }, [
    outage && section(outageInWords(outage, person, t)),
    customer,
    ...filterInputs(filter, t),
    header(t('list.summary', { count: list.totalSeats, customer: list.customer.name })),
    ...(list.pools.length > 0 ? poolBlocks(list, t) : emptyBlocks(list, person.generates, t)),
    ...pagingBlocks(page, list.pages, t),
    list.hadSeats
      ? actions(button(t('action.assigned_seats'), OPEN_ASSIGNED, ofCustomer(list.customer.code)))
      : undefined,
    list.expiredSeats > 0 ? context(t('list.expired', { count: list.expiredSeats })) : undefined,
  ]);
}

function customerInput(customer: Customer | undefined, t: Translate): KnownBlock {
  return listSeatsForm.draw.customer({
    label: t('field.customer'),
    placeholder: t('placeholder.search'),
    chosen: customer && { text: customer.name, value: customer.code },
  });
}

function filterInputs(filter: PoolFilter, t: Translate): KnownBlock[] {
  const { draw } = listSeatsForm;
  const placeholder = t('placeholder.search');
  const product: Option = { text: filter.product ?? t('option.all_products'), value: filter.product ?? ALL };
  const course: Option = { text: filter.course ?? t('option.all_courses'), value: filter.course ?? ALL };
  return [
    draw.filter_product({ label: t('field.filter_product'), placeholder, chosen: product }),
    draw.filter_course({ label: t('field.filter_course'), placeholder, chosen: course }),
  ];
}

function poolBlocks(list: PoolList, t: Translate): KnownBlock[] {
  return list.pools.flatMap((pool, index) => {
    const isFirst = list.pools[index - 1]?.order.product.id !== pool.order.product.id;
    const { reference } = pool.order;
    return [
      ...(isFirst ? [header(pool.order.product.name)] : []),
      section(poolInWords(pool, list, t), button(t('action.assign'), ASSIGN_FROM_POOL, reference)),
      actions(button(t('action.references'), OPEN_POOL, reference)),
    ];
  });
}

function poolInWords({ order, unassigned }: Pool, { day, courses: known }: PoolList, t: Translate): string {
  const age = daysBetween(today(parseInstant(order.generatedAt), order.customer.timezone), day);
  const left = order.assignBy === undefined ? undefined : daysBetween(day, order.assignBy);
  const [courses, limit] = termsInWords(order, known.get(order.id), t);
  const lines = [
    t('pool.count', { count: unassigned }),
    left === undefined ? limit : `${limit} (${left === 0 ? t('pool.last_day') : t('pool.days_left', { count: left })})`,
    courses,
    withReference(
      t('pool.order', { order: order.reference, age: age <= 0 ? t('pool.age_today') : t('pool.age', { count: age }) }),
      order,
      t,
    ),
  ];
  return lines.join('\n');
}

function emptyBlocks(list: PoolList, generates: boolean, t: Translate): KnownBlock[] {
  const { code, name: customer } = list.customer;
  if (list.filter.product || list.filter.course) return [section(t('list.empty_filtered'))];
  const text = list.hadSeats ? t('list.empty_used_up', { customer }) : t('list.empty_never', { customer });
  const way = generates
    ? button(t('action.generate'), OPEN_GENERATE, ofCustomer(code))
    : button(t('action.ask_for_seats'), ASK_FOR_SEATS, ofCustomer(code));
  return [section(text), actions(way)];
}
