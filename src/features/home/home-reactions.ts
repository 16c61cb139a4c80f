import { type Instant, toInstant } from '../../core/time';
import { on } from '../../database/changes';
import type { Database } from '../../database/database';
import { messageGivenUp, messageSent } from '../../outbox/outbox-changes';
import {
  releaseRefused,
  seatChanged,
  seatEnrolled,
  seatEnrolmentFailed,
  seatEnrolmentRetried,
  seatGivenBack,
  seatReleaseAsked,
  seatReleased,
  seatStarted,
} from '../assignments/seat-changes';
import {
  coordinatorAdded,
  coordinatorChanged,
  coordinatorRemoved,
  delegationEnded,
  delegationSet,
} from '../coordinators/coordinator-changes';
import { courseCreated, courseUpdated, moodleOutageChanged } from '../courses/course-changes';
import {
  channelStateChanged,
  customerArchived,
  customerCreated,
  customerRestored,
  customerUpdated,
} from '../customers/customer-changes';
import { catalogueImported } from '../imports/import-changes';
import { orderGenerated, orderSeatsChanged } from '../orders/order-changes';
import { productArchived, productCreated, productRestored, productUpdated } from '../products/product-changes';
import { remindersDecided } from '../reminders/reminder-changes';
import {
  accessApproved,
  accessAsked,
  accessDeclined,
  seatsAsked,
  seatsDeclined,
  seatsProvided,
} from '../requests/request-changes';
import { roleGranted, roleRevoked } from '../roles/role-changes';
import { queueHomes, queueHomesOf, queueHomesOfMany, refreshHomes } from './home-changed.messages';
import { HOME_KINDS } from './home-kinds';
import { isWaitingShown } from './homes.sql';

/** Changes to a customer's seats and enrolments. */
export const refreshHomesOfCustomer = on<unknown>(
  [
    orderGenerated,
    seatChanged,
    seatReleaseAsked,
    seatReleased,
    seatEnrolmentRetried,
    seatEnrolled,
    seatEnrolmentFailed,
    seatStarted,
    seatGivenBack,
    releaseRefused,
  ],
  async (tx, entries, { now }) => queueHomesOfCustomers(tx, entries, toInstant(now)),
);

/** Counts seats at once when they change hands. */
export const refreshHomesOfSeats = on([orderSeatsChanged], async (tx, entries, { now }) => {
  for (const { facts } of entries) await refreshHomes(tx, facts.customer.id, toInstant(now));
});

export const refreshHomesOfCustomerTerms = on(
  [customerCreated, customerUpdated, customerArchived, customerRestored],
  async (tx, entries, { now }) => {
    const at = toInstant(now);
    await queueHomesOfCustomers(
      tx,
      entries.filter(({ facts }) => !facts.inBulk),
      at,
    );
    // The customer's day has changed, and with it the expired seats.
    const recounted = entries.filter(({ facts }) => facts.inBulk && facts.hasAnotherDay);
    await queueHomesOfMany(
      tx,
      recounted.map(({ customerId = 0 }) => customerId),
      at,
    );
  },
);

/** Changes that all sales see. */
export const refreshHomesOfSales = on(
  [courseCreated, courseUpdated, productCreated, productUpdated, productArchived, productRestored],
  async (tx, entries, { now }) => {
    if (entries.some(({ facts }) => !facts.inBulk)) await queueHomes(tx, 'sales', toInstant(now));
  },
);

export const refreshHomesOfRequests = on<unknown>(
  [seatsAsked, seatsDeclined, seatsProvided, accessAsked, accessApproved, accessDeclined, channelStateChanged],
  async (tx, _entries, { now }) => queueHomes(tx, 'sales', toInstant(now)),
);

/** Changes that everybody sees. */
export const refreshAllHomes = on([catalogueImported, moodleOutageChanged], async (tx, _entries, { now }) =>
  queueHomes(tx, 'everybody', toInstant(now)),
);

/** Refreshes the Homes of people whose own rights changed. */
export const refreshOwnHomes = on([coordinatorAdded, coordinatorChanged], async (tx, entries, { now }) => {
  const people = entries.flatMap(({ facts }) => (facts.inBulk ? [] : facts.person));
  await queueHomesOf(tx, people, toInstant(now));
});

export const refreshHomesOfPeople = on(
  [coordinatorRemoved, delegationSet, delegationEnded],
  async (tx, entries, { now }) => {
    for (const { facts } of entries) await queueHomesOf(tx, facts.people, toInstant(now));
  },
);

export const refreshHomesOfRoles = on([roleGranted, roleRevoked], async (tx, entries, { now }) => {
  const people = entries.map(({ facts }) => facts.to);
  await queueHomesOf(tx, people, toInstant(now));
});

/** Administrators see the last run of the reminders. */
export const refreshHealth = on([remindersDecided], async (tx, _entries, { now }) =>
  queueHomes(tx, 'health', toInstant(now)),
);

/** Administrators may see the message as waiting. A Home refresh must not trigger the next one. */
export const refreshWaiting = on([messageSent], async (tx, entries, { now }) => {
  const isMessage = entries.some(({ facts }) => !HOME_KINDS.includes(facts.kind));
  if (isMessage && (await isWaitingShown(tx))) await queueHomes(tx, 'health', toInstant(now));
});

export const refreshGivenUp = on([messageGivenUp], async (tx, entries) => {
  const first = entries.find(({ facts }) => !HOME_KINDS.includes(facts.entry.kind));
  if (first) await queueHomes(tx, 'health', first.facts.entry.createdAt);
});

/** Ascending ids: fixed lock order, so that concurrent calls cannot deadlock. */
async function queueHomesOfCustomers(
  tx: Database,
  entries: readonly { customerId?: number }[],
  at: Instant,
): Promise<void> {
  const customers = new Set(entries.flatMap(({ customerId }) => customerId ?? []));
  for (const customerId of [...customers].sort((one, other) => one - other)) await queueHomes(tx, customerId, at);
}
