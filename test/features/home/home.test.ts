import type { AnyBlock, KnownBlock } from '@slack/types';
import { features } from '../../../commands/index';
import type { Customer } from '../../../src/core/customer';
import type { Home } from '../../../src/features/home/home';
import { homeView } from '../../../src/features/home/home.view';
import type { AccessRequest } from '../../../src/features/requests/access-request';
import type { SeatRequest } from '../../../src/features/requests/request';
import { helpOf } from '../../../src/routes';
import { translator } from '../../support/translator';

const CUSTOMER: Customer = {
  id: 1,
  code: 'ACME',
  name: 'Acme',
  channel: 'C0ACME00001',
  channelError: 'is_archived',
  timezone: 'Europe/Paris',
  locale: 'en',
  archived: false,
};
const ASKED = { customer: CUSTOMER, askedAt: '2026-03-02T09:00:00.000Z', askedBy: { teamId: 'T1', userId: 'U1' } };
const PLACED = { trainee: 'Bea Stone', course: 'Excel basics', day: '2026-03-02', enrolment: undefined };

/** A person with every role; every list has more entries than it shows. */
const FULL: Home = {
  outage: { code: 'moodle.unreachable', since: '2026-03-02T09:00:00.000Z', waiting: 3 },
  customers: times(5, () => ({
    customer: CUSTOMER,
    unassigned: 9,
    next: undefined,
    latest: times(3, () => PLACED),
    failed: 2,
  })),
  page: 1,
  pages: 3,
  sales: {
    missing: ['products'],
    sold: { orders: 2, seats: 20 },
    requests: { shown: times(5, request), total: 12 },
    access: { shown: times(5, access), total: 6 },
    broken: { shown: times(5, () => CUSTOMER), total: 9 },
    failed: 9,
    stock: { shown: times(10, (left) => ({ customer: CUSTOMER, left })), page: 4, pages: 9 },
  },
  health: {
    waiting: 1,
    oldest: '2026-03-02T09:00:00.000Z',
    givenUp: 3,
    productsWithErrors: 1,
    remindersAt: undefined,
    courses: {
      shown: times(5, () => ({ course: 'Excel basics', code: 'moodle.role', since: '2026-03-02T09:00:00.000Z' })),
      total: 8,
    },
  },
};

describe('a full Home of a person with every role', () => {
  const commands = helpOf(features).linesFor({ admin: true, sales: true });
  const role = { admin: true, sales: true, customers: ['Acme'], commands };
  const { blocks } = homeView(FULL, role, translator('en'));

  it('stays within Slack’s limit of blocks', () => {
    expect(blocks.length).toBeGreaterThan(80);
    expect(blocks.length).toBeLessThanOrEqual(100);
  });

  it('says how many more entries wait, and when they appear', () => {
    const said = JSON.stringify(blocks);
    for (const more of ['7 more will', '1 more will', '4 more will', '3 more will']) expect(said).toContain(more);
  });

  it('turns the page of one list and leaves the other unchanged', () => {
    const turning = blocks.flatMap(buttonsIn).filter(([action]) => /^home_/.test(action));
    expect(Object.fromEntries(turning)).toEqual({
      home_stock: '1/3',
      home_stock_next: '1/5',
      home_page: '0/4',
      home_page_next: '2/4',
    });
  });
});

function buttonsIn(any: AnyBlock): [string, string][] {
  const block = any as KnownBlock;
  if (block.type !== 'actions') return [];
  return block.elements.flatMap((one) => (one.type === 'button' ? [[one.action_id ?? '', one.value ?? '']] : []));
}

function request(id: number): SeatRequest {
  return { id, ...ASKED, product: { id: 1, code: 'ANY', name: 'Any' }, seats: 3, reason: '', answer: undefined };
}

function access(id: number): AccessRequest {
  return { id, ...ASKED, answer: undefined };
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
