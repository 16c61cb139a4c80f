import type { Now } from '../../../src/core/time';

export const COURSES = ['EXCEL-1', 'EXCEL-2', 'EXCELX1', 'WORD'];
/** The courses that each pattern matches, written by hand. */
export const PATTERNS: Record<string, string[]> = {
  'EXCEL-%': ['EXCEL-1', 'EXCEL-2'],
  excel_1: ['EXCEL-1', 'EXCELX1'],
  WORD: ['WORD'],
  '%-2': ['EXCEL-2'],
};
export const CUSTOMERS = [
  { code: 'ACME', zone: 'Pacific/Auckland' },
  { code: 'GLOBEX', zone: 'America/New_York' },
  { code: 'INITECH', zone: 'Europe/Paris' },
];

interface ModelOrder {
  id: number;
  customer: string;
  patterns: string[];
  assignBy: string | undefined;
  free: number;
  assigned: number;
  cancelled: boolean;
}

/** The expected state of the product, without a database. */
export class Model {
  readonly open = new Set(COURSES);
  readonly orders: ModelOrder[] = [];
  /** Customer and address of each trainee, by id. */
  readonly trainees = new Map<number, string>();
  readonly active = new Set<string>();
  ledger = 0;
  /** Coalesced: one name stands for all changes of an order, or of a customer's board. */
  readonly outbox = new Set<string>();

  constructor(public now: Now) {}

  dayOf(customer: string): string {
    const zone = CUSTOMERS.find(({ code }) => code === customer)?.zone ?? 'utc';
    return this.now.setZone(zone).toISODate() ?? '';
  }

  traineeId(customer: string, email: string): number | undefined {
    return [...this.trainees].find(([, key]) => key === `${customer} ${email}`)?.[0];
  }

  canTake(order: ModelOrder, course: string): boolean {
    const inTime = order.assignBy === undefined || order.assignBy >= this.dayOf(order.customer);
    return !order.cancelled && order.free > 0 && inTime && covers(order.patterns, course);
  }

  /** Prefers the earliest expiry, then the narrowest restriction, then the oldest order. */
  best(customer: string, course: string): ModelOrder | undefined {
    const rank = (order: ModelOrder): [string, number, number] => {
      const breadth = [...this.open].filter((one) => covers(order.patterns, one)).length;
      return [order.assignBy ?? '9999', breadth, order.id];
    };
    const able = this.orders.filter((order) => order.customer === customer && this.canTake(order, course));
    return able.sort((one, other) => compare(rank(one), rank(other)))[0];
  }

  take(order: ModelOrder, trainee: number, course: string): void {
    order.free -= 1;
    order.assigned += 1;
    this.active.add(`${trainee} ${course}`);
    this.ledger += 1;
    this.outbox.add(`changed ${order.id}`);
  }

  /** Seats left per customer with an order, on the customer's own day. */
  stock(): Record<string, number> {
    const left: Record<string, number> = {};
    for (const { customer, free, assignBy = '9999' } of this.orders.filter(({ cancelled }) => !cancelled)) {
      left[customer] = (left[customer] ?? 0) + (assignBy >= this.dayOf(customer) ? free : 0);
    }
    return left;
  }

  /** The number of seats per order and state, to compare with the database. */
  standings(): Record<number, Record<string, number>> {
    return Object.fromEntries(
      this.orders.map(({ id, free, assigned, cancelled }) => [
        id,
        { ...(free && { [cancelled ? 'cancelled' : 'unassigned']: free }), ...(assigned && { assigned }) },
      ]),
    );
  }
}

function covers(patterns: string[], course: string): boolean {
  return patterns.length === 0 || patterns.some((pattern) => PATTERNS[pattern]?.includes(course));
}

function compare(one: (string | number)[], other: (string | number)[]): number {
  for (const [index, value] of one.entries()) {
    const against = other[index] ?? 0;
    if (value !== against) return value < against ? -1 : 1;
  }
  return 0;
}
