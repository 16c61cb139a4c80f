import type { Day, Instant } from '../../../src/core/time';
import type { Frequency } from '../../../src/features/reminders/reminder';

/** One order of a customer, and its later events. */
export interface Sale {
  sold: Instant;
  seats: number;
  assignBy?: Day;
  /** The instant when all its remaining seats are assigned. */
  usedUp?: Instant;
  cancelled?: Instant;
}

export interface YearCustomer {
  code: string;
  timezone: string;
  time: string;
  days: number[];
  frequency: Frequency;
  country: string | undefined;
  to: 'channel' | 'direct';
  sales: Sale[];
}

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const USUAL = { time: '09:00', days: [1, 2, 3, 4, 5], frequency: 'daily', country: undefined, to: 'channel' } as const;

function customer(code: string, timezone: string, is: Partial<YearCustomer> & Pick<YearCustomer, 'sales'>) {
  return { code, timezone, ...USUAL, days: [...USUAL.days], ...is } satisfies YearCustomer;
}

/** Never used, so that every later day has unassigned seats. */
const KEPT: Sale = { sold: '2026-01-05T11:00:00Z', seats: 3 };

/** The coordinators of this customer. */
export function coordinatorsOf({ code }: YearCustomer) {
  return ['1', '2'].map((number) => ({ teamId: 'T000000001', userId: `U0${code}${number}` }));
}

export const YEAR_CUSTOMERS: YearCustomer[] = [
  customer('PARIS', 'Europe/Paris', { country: 'FR', sales: [KEPT] }),
  // Has the same schedule as the one before, so both are decided together. All its seats are assigned at times.
  customer('PARIS-2', 'Europe/Paris', {
    country: 'FR',
    sales: [
      { sold: '2026-02-03T08:00:00Z', seats: 2, usedUp: '2026-02-20T07:00:00Z' },
      { sold: '2026-05-14T07:00:00Z', seats: 4, assignBy: '2026-09-18' },
      { sold: '2026-11-02T09:00:00Z', seats: 1, usedUp: '2026-12-24T09:00:00Z' },
    ],
  }),
  customer('NEWYORK', 'America/New_York', {
    country: 'US',
    sales: [
      { ...KEPT, cancelled: '2026-08-12T12:00:00Z' },
      { sold: '2026-09-01T13:00:00Z', seats: 5, assignBy: '2026-12-06' },
    ],
  }),
  customer('SAOPAULO', 'America/Sao_Paulo', {
    to: 'direct',
    country: 'BR',
    sales: [
      { sold: '2026-01-20T13:00:00Z', seats: 2, assignBy: '2026-06-30' },
      { sold: '2026-07-13T00:00:00Z', seats: 2 },
    ],
  }),
  customer('KOLKATA', 'Asia/Kolkata', {
    frequency: 'never',
    sales: [
      { ...KEPT, assignBy: '2026-10-31' },
      { sold: '2026-03-01T04:00:00Z', seats: 2, assignBy: '2026-03-31' },
      { sold: '2026-04-01T03:00:00Z', seats: 2, assignBy: '2026-06-02', usedUp: '2026-05-26T03:00:00Z' },
    ],
  }),
  customer('KATHMANDU', 'Asia/Kathmandu', { days: EVERY_DAY, sales: [KEPT] }),
  customer('LORDHOWE', 'Australia/Lord_Howe', { days: EVERY_DAY, time: '02:15', sales: [KEPT] }),
  customer('APIA', 'Pacific/Apia', { time: '00:00', sales: [{ ...KEPT, assignBy: '2026-11-08' }] }),
  customer('CASABLANCA', 'Africa/Casablanca', { days: EVERY_DAY, time: '02:30', sales: [KEPT] }),
  customer('CHATHAM', 'Pacific/Chatham', {
    time: '23:30',
    country: 'NZ',
    sales: [{ ...KEPT, usedUp: '2026-12-29T10:00:00Z' }],
  }),
  customer('STJOHNS', 'America/St_Johns', {
    frequency: 'weekly',
    country: 'CA',
    sales: [KEPT, { sold: '2026-02-11T12:00:00Z', seats: 1, assignBy: '2026-04-30' }],
  }),
];
