import { ofAssignment as asShown } from '../../../src/slack/button-values';
import {
  EVERYBODY,
  noted,
  notesOfCustomer,
  ofAssignment,
  ofCustomer,
  ofOrder,
  ofSeat,
  page,
  type References,
  type Route,
  type Table,
} from './route';

// Seats, reminders, requests, access and roles.

const notesOfOrder = ({ customer, order }: References) => ({ customer, pool: order });
const seatsOfOrder: Route = { act: 'list', notes: ({ order }) => ({ order }), about: 'product' };
const trainee = { trainee: 'new', first_name: 'Al', last_name: 'Ice' };

export const COMMANDS: Table = {
  generate: { act: 'generate' },
  list: { act: 'list' },
  assign: { act: 'assign' },
  ask: { act: 'ask' },
  reminders: { act: 'remind' },
  roles: { act: 'roles' },
  help: EVERYBODY,
  '': EVERYBODY,
};

export const SHORTCUTS: Table = {
  generate_seats: { act: 'generate' },
  list_seats: { act: 'list' },
  assign_seat: { act: 'assign' },
};

export const ACTIONS: Table = {
  open_generate: { act: 'generate', value: ({ request }) => request },
  open_list: ofOrder('list'),
  open_assign: ofOrder('assign'),
  assign_from_pool: ofOrder('assign'),
  open_pool: ofOrder('list'),
  open_failed: { act: 'list', value: ({ customer }) => `customer:${customer}`, about: 'customer' },
  open_seat: ofSeat('list'),
  open_assigned: { act: 'list', value: ({ customer }) => `customer:${customer}`, about: 'customer' },
  open_change: ofAssignment('list'),
  // All were assigned without Moodle: see test/features/enrolments.
  retry_enrolment: { ...ofAssignment('assign'), told: ['enrolment.not_failed'] },
  // None of them lacks a mail, so the card is only shown.
  confirm_sign_in: ofAssignment('assign'),
  release_seat: {
    ...ofAssignment('release'),
    value: ({ releasable, releasableVersion }) => asShown(Number(releasable), releasableVersion),
    told: ['release.sales_only'],
  },
  // One seat of Acme's order is assigned.
  cancel_order: { act: 'cancel', value: ({ order }) => order, told: ['order.has_assignments'] },
  open_reminders: ofCustomer('remind'),
  remind_weekly: ofCustomer('remind'),
  open_snooze: ofCustomer('remind'),
  resume_reminders: ofCustomer('remind'),
  test_reminder: ofCustomer('remind'),
  ask_for_seats: ofOrder('ask'),
  decline_request: { act: 'answer', value: ({ request }) => request },
  // Everyone may ask in a customer's channel, and nowhere else: see access.test.ts.
  ask_for_access: { ...EVERYBODY, value: ({ customer }) => customer },
  approve_access: { act: 'answer', value: ({ access }) => access },
  decline_access: { act: 'answer', value: ({ access }) => access },
  open_roles: { act: 'roles' },
  open_give_role: { act: 'roles' },
  take_back_role: { act: 'roles', value: () => 'sales:T000000001/U0CARLOS001', modal: 'roles' },
};

export const CHANGES: Record<string, Table> = {
  generate_seats: {
    customer: { act: 'generate', value: ({ customer }) => customer },
    product: { act: 'generate', value: ({ product }) => product },
  },
  list_seats: {
    customer: noted('list'),
    filter_product: noted('list'),
    filter_course: noted('list'),
    next_page: page(noted('list')),
    previous_page: page(noted('list')),
  },
  pool_seats: { next_page: page(seatsOfOrder), previous_page: page(seatsOfOrder) },
  assigned_seats: {
    search: noted('list'),
    next_page: page(noted('list')),
    previous_page: page(noted('list')),
  },
  assign_seat: {
    customer: noted('assign'),
    pool: { act: 'assign', notes: notesOfOrder, about: 'product' },
    trainee: { act: 'assign', notes: notesOfOrder, about: 'product' },
  },
  reminder_settings: { customer: ofCustomer('remind') },
  ask_for_seats: { customer: ofCustomer('ask') },
};

const settings = { frequency: 'never', days: '1', time: '07:00', send_to: 'direct', timezone: 'UTC', country: 'none' };

export const SUBMISSIONS: Table = {
  generate_seats: { act: 'generate', inputs: ({ customer, product }) => ({ customer, product, quantity: '1' }) },
  list_seats: { act: 'list', inputs: notesOfCustomer, about: 'customer' },
  assigned_seats: noted('list'),
  assign_seat: {
    act: 'assign',
    inputs: ({ customer, order }) => ({
      ...trainee,
      email: `al.${order}@example.com`,
      customer,
      pool: order,
      course: 'EXCEL-1',
    }),
    about: 'product',
  },
  change_seat: {
    act: 'assign',
    notes: ({ assignment, version }) => ({ assignment, version }),
    inputs: () => ({ start_date: '2026-03-09', end_date: '2026-12-01' }),
    about: 'product',
  },
  // By now each order has an assigned seat: see cancel-race.test.ts.
  cancel_order: {
    act: 'cancel',
    notes: ({ order }) => ({ order }),
    inputs: () => ({ reason: 'Because' }),
    told: ['order.has_assignments'],
  },
  // The forms show no version, so people are asked to save again: see two-people.test.ts.
  reminder_settings: {
    ...noted('remind'),
    inputs: () => ({ ...settings, language: 'en' }),
    told: ['reminders.changed'],
  },
  snooze_reminders: { ...noted('remind'), told: ['reminders.changed'], inputs: () => ({ snooze_for: 'next_week' }) },
  ask_for_seats: {
    act: 'ask',
    notes: notesOfCustomer,
    inputs: ({ product }) => ({ product, seats: '5' }),
    about: 'product',
  },
  decline_request: {
    act: 'answer',
    notes: ({ request }) => ({ request }),
    inputs: () => ({ reason: 'Because' }),
  },
  give_role: { act: 'roles', inputs: () => ({ person: 'U0CLAIRE001', role: 'sales' }) },
};

export const OPTIONS: Record<string, Table> = {
  generate_seats: { customer: { act: 'generate' }, product: { act: 'generate' } },
  list_seats: { customer: { act: 'list' }, filter_product: noted('list'), filter_course: noted('list') },
  assign_seat: {
    customer: { act: 'assign' },
    pool: noted('assign'),
    course: { act: 'assign', notes: notesOfOrder, about: 'product' },
    trainee: noted('assign'),
  },
  change_seat: { course: { act: 'assign', notes: ({ assignment }) => ({ assignment }), about: 'product' } },
  reminder_settings: { customer: { act: 'remind' }, timezone: { act: 'remind' }, country: { act: 'remind' } },
  ask_for_seats: { customer: { act: 'ask' }, product: noted('ask') },
};
