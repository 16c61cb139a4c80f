import type { Person } from '../../../src/core/person';
import { orderReference } from '../../../src/core/reference';
import { type Now, today } from '../../../src/core/time';
import type { Database } from '../../../src/database/database';
import { assignSeat } from '../../../src/features/assignments/assign-seat';
import { findTrainees } from '../../../src/features/assignments/find-trainees';
import { listAssigned } from '../../../src/features/assignments/lists/list-assigned';
import { listSeats } from '../../../src/features/assignments/lists/list-seats';
import { prepareAssignment } from '../../../src/features/assignments/prepare-assignment';
import { homeOf } from '../../../src/features/home/open-home';
import { listPools } from '../../../src/features/orders/list-pools';
import { boardOf, digestOf } from '../../../src/features/reminders/seat-summary';
import { USUAL_ROLES } from '../../../src/moodle/moodle-role';
import { coordinatorOf } from '../seed/people';
import { BIG_CUSTOMER, lastNameOf } from './fill-customer';

/** A customer with that many assigned seats, and as many unassigned ones. */
export interface Grown {
  db: Database;
  size: number;
}

type Act = (grown: Grown, now: Now, round: number) => Promise<unknown>;

const PER_PAGE = 20;
/** Beyond the last page, instead of which the list shows the last one. */
const LAST_PAGE = 99_999;
const timezone = 'Europe/Paris';
const by: Person = coordinatorOf(BIG_CUSTOMER);

/** What the customer's coordinator does, and what the program does for the customer. */
export const ACTS: Record<string, Act> = {
  'open the assign form': ({ db }, now) => prepareAssignment(db, {}, by, now),
  'trainees, nothing typed': ({ db }) => findTrainees(db, {}, '', by),
  'trainees, all of them ("example")': ({ db }) => findTrainees(db, {}, 'example', by),
  'trainees, one in ninety ("ada lov")': ({ db }) => findTrainees(db, {}, 'ada lov', by),
  'trainees, one address': ({ db, size }, _now, round) => findTrainees(db, {}, addressOf(size, round), by),
  'trainees, nobody ("zyxwv")': ({ db }) => findTrainees(db, {}, 'zyxwv', by),
  'assigned list, first page': (grown, now) => assigned(grown, now, '', 0),
  'assigned list, tenth page': (grown, now) => assigned(grown, now, '', 9),
  'assigned list, last page': (grown, now) => assigned(grown, now, '', LAST_PAGE),
  'assigned list, all of them ("example")': (grown, now) => assigned(grown, now, 'example', 0),
  'assigned list, one in ninety ("ada lov")': (grown, now) => assigned(grown, now, 'ada lov', 0),
  'assigned list, one address': (grown, now, round) => assigned(grown, now, addressOf(grown.size, round), 0),
  'assigned list, nobody ("zyxwv")': (grown, now) => assigned(grown, now, 'zyxwv', 0),
  'unassigned list': ({ db }, now) => listPools(db, { filter: {}, page: 0 }, by, now),
  'seats of an order, last page': ({ db, size }, now) =>
    listSeats(db, { order: orderReference(1_001), page: size / 50 / PER_PAGE - 1 }, by, now),
  'Home of the coordinator': ({ db }, now) =>
    homeOf(db, { customers: 0, stock: 0 }, by, { now, timezone, roles: USUAL_ROLES }),
  'the daily reminder': ({ db }, now) => digestOf(db, BIG_CUSTOMER, today(now, timezone)),
  'the board in the channel': ({ db }, now) => boardOf(db, BIG_CUSTOMER, now),
  'assign a seat': ({ db }, now, round) => assign(db, now, round),
};

function assigned({ db }: Grown, now: Now, search: string, page: number) {
  return listAssigned(db, { search, page }, by, now);
}

/** A different person each round, as the customer was filled. */
function addressOf(size: number, round: number): string {
  const number = Math.abs(round * 617 + 7) % size;
  return `${lastNameOf(number)}${number}@example.com`.toLowerCase();
}

async function assign(db: Database, now: Now, round: number): Promise<void> {
  const once = `${now.toMillis()}.${round + 100}`;
  const trainee = { firstName: 'Nadia', lastName: 'Newcomer', email: `nadia${once}@example.com` };
  const chosen = { customer: undefined, pool: undefined, course: 'EXCEL-1', start: undefined, end: undefined };
  await assignSeat(db, { ...chosen, trainee }, by, now, `growth:${once}`);
}
