import { personMeant } from '../../../src/slack/button-values';
import { EVERYBODY, noted, notesOfCustomer, ofCustomer, page, type References, type Table } from './route';

// Customers, their coordinators, and the Home.

const customer = ({ customer }: References) => customer;
const kept = { act: 'customers', value: customer } as const;
const ofCard = { ...kept, modal: 'customer_card' };
const pages: Table = { next_page: page({ act: 'customers' }), previous_page: page({ act: 'customers' }) };
const home = { ...EVERYBODY, shows: 'customers', value: () => '0/0' } as const;
const limits = { products: { act: 'generate' } } as const;

/** The metadata of a form about one coordinator. */
function notesOfPerson(value: string): Record<string, string> {
  const { customer = '', person } = personMeant(value);
  return { customer, ...person };
}

export const COMMANDS: Table = {
  coordinators: { act: 'list' },
  customers: { act: 'customers' },
};

export const ACTIONS: Table = {
  home_page: home,
  home_page_next: home,
  home_stock: home,
  home_stock_next: home,
  open_coordinators: ofCustomer('list'),
  add_coordinator: { ...kept, modal: 'coordinators' },
  change_coordinator: { act: 'customers', value: ({ coordinator }) => coordinator, modal: 'coordinators' },
  remove_coordinator: { act: 'customers', value: ({ dismissed }) => dismissed, modal: 'coordinators' },
  invite_coordinator: { ...kept, modal: 'coordinators' },
  // Only the invited person may accept, from anywhere: see invite.test.ts. This invitation is for another person.
  accept_invitation: { ...EVERYBODY, value: ({ invitation }) => invitation },
  withdraw_invitation: { act: 'customers', value: ({ invitation }) => invitation, modal: 'coordinators' },
  open_away: { act: 'list', value: ({ delegator }) => delegator, modal: 'coordinators', about: 'delegation' },
  end_away: { act: 'list', value: ({ delegation }) => delegation, modal: 'set_away', about: 'delegation' },
  open_customers: { act: 'customers' },
  open_customer: { ...kept, modal: 'customers' },
  new_customer: { act: 'customers', modal: 'customers' },
  edit_customer: ofCard,
  // Only one of the customers has a broken channel.
  mend_channel: { ...ofCard, value: ({ broken }) => broken, told: ['channel.works'] },
  archive_customer: ofCard,
  // Undoes the archiving before later routes need the customer.
  restore_customer: ofCard,
};

export const CHANGES: Record<string, Table> = {
  coordinators: {
    customer: ofCustomer('list'),
    next_page: page(noted('list')),
    previous_page: page(noted('list')),
  },
  customers: { search: { act: 'customers' }, ...pages },
};

export const SUBMISSIONS: Table = {
  coordinators: { act: 'list', inputs: notesOfCustomer, about: 'customer' },
  add_coordinator: { act: 'customers', notes: notesOfCustomer, inputs: ({ newcomer }) => ({ person: newcomer }) },
  change_coordinator: {
    act: 'customers',
    notes: ({ coordinator }) => notesOfPerson(coordinator),
    // The form shows no version, so the person is asked to save again: see two-people.test.ts.
    inputs: ({ order }) => ({ quota: String(Number(order.at(-1)) + 1) }),
    told: ['coordinator.changed'],
  },
  invite_coordinator: { act: 'customers', notes: notesOfCustomer, inputs: ({ invited }) => ({ person: invited }) },
  set_away: {
    act: 'list',
    notes: ({ delegator }) => notesOfPerson(delegator),
    inputs: ({ delegate }) => ({ person: delegate, start_date: '2026-04-01', end_date: '2026-04-02' }),
    about: 'delegation',
  },
  customers: { act: 'customers', inputs: () => ({ search: 'a' }) },
  // Must come after the others, because it removes the customer's channel.
  customer_form: {
    act: 'customers',
    notes: ({ form }) => form,
    told: ['customer.changed'],
    inputs: ({ form }) => ({
      name: `Renamed ${form.customer ?? ''}`,
      code: 'NEW-CUSTOMER',
      timezone: 'Europe/Paris',
      language: 'en',
    }),
  },
};

export const OPTIONS: Record<string, Table> = {
  coordinators: { customer: { act: 'list' } },
  add_coordinator: limits,
  change_coordinator: limits,
  invite_coordinator: limits,
  customer_form: { timezone: { act: 'customers' } },
};
