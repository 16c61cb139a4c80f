import { setTimeout as sleep } from 'node:timers/promises';
import { type Database, isUnavailable } from '../../../src/database/database';
import { assignSeat } from '../../../src/features/assignments/assign-seat';
import { addCoordinator } from '../../../src/features/coordinators/coordinators.sql';
import { openProductDatabase } from '../../../src/product-database';
import { eachDatabase, type TestDatabase } from '../../support/databases';
import { fill, type Office, openOffice } from '../../support/office';
import { assigns, aTrainee, claire, colleague, coordinator, MORNING, sells } from '../../support/people';
import { scope } from '../../support/scope';
import { aSubmission, SignedClient } from '../../support/signed-client';
import { count, select } from '../../support/tables';

const CROWD = Array.from({ length: scope(20, 100) }, (_, index) => index);
const SEATS = 10;
const [people, others] = scope(['twenty', 'ten'], ['a hundred', 'ninety']);

describe.each(eachDatabase)(`${people} people and ten seats, on $name`, ({ open }) => {
  let database: TestDatabase;
  let office: Office;

  beforeEach(async () => {
    database = await open();
    office = await openOffice(database.db, { now: () => MORNING });
  });

  afterEach(async () => {
    await office?.close();
    await database?.close();
  });

  it(`gives ten of ${people} submissions a seat and refuses ${others} with a clear message`, async () => {
    const { db } = database;
    const client = new SignedClient(office.workspace);
    const order = await sells(db, { quantity: 10 });
    const replies = await Promise.all(
      CROWD.map(() => client.submitsUntilAnswered(claire, newTrainee(order.reference))),
    );
    expect(replies.map(({ status }) => status)).toEqual(CROWD.map(() => 200));
    const done = replies.filter(({ body }) => body.response_action === 'update');
    const refused = replies.filter(({ body }) => body.response_action === 'errors');
    expect([done.length, refused.length]).toEqual([SEATS, CROWD.length - SEATS]);
    const seats = done.map(({ text }) => /S-[0-9A-Z]{6}/.exec(text)?.[0]);
    expect(new Set(seats).size).toBe(10);
    expect(seats).not.toContain(undefined);
    expect(new Set(refused.map(({ body }) => body.errors?.pool))).toEqual(
      new Set(['Il ne reste aucune place pour Excel. Demandez-en à l’équipe commerciale.']),
    );
    await expectTenDone(database);
    expect(await count(db, 'submissions')).toBe(10);
  });

  it('gives out ten seats when two processes choose them automatically at once', async () => {
    const { db, url } = database;
    const other = openProductDatabase(url);
    await sells(db, { quantity: 10 });
    const attempts = CROWD.map((index) => assignsWhenReachable(index % 2 ? db : other));
    const outcomes = await Promise.allSettled(attempts);
    await other.destroy();
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    const reasons = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? String(outcome.reason) : []));
    expect(new Set(reasons)).toEqual(new Set(['UserError: seat.none_left']));
    await expectTenDone(database);
  });

  it('uses one seat when two coordinators enter the same person for the same course', async () => {
    const { db } = database;
    const client = new SignedClient(office.workspace);
    await addCoordinator(db, 1, colleague);
    const { reference } = await sells(db, { quantity: 10 });
    for (let round = 1; round <= 5; round += 1) {
      const same = newTrainee(reference);
      const replies = await Promise.all(
        [claire, colleague].map((by) => client.submits(by, { ...same, id: `V${round}${by.userId}` })),
      );
      expect(replies.map(({ body }) => body.response_action).sort()).toEqual(['errors', 'update']);
      const refused = replies.find(({ body }) => body.errors);
      expect(refused?.body.errors?.email).toContain(same.values.last_name);
      expect(await count(db, 'assignments')).toBe(round);
      expect(await count(db, 'seats', { state: 'unassigned' })).toBe(10 - round);
    }
  });

  it('uses one seat when two coordinators choose the same known person', async () => {
    const { db } = database;
    await addCoordinator(db, 1, colleague);
    await sells(db, { quantity: 10 });
    const { trainee } = await assigns(db, { course: 'EXCEL-2' });
    const form = { customer: 'ACME', pool: undefined, course: 'EXCEL-1', trainee, start: undefined, end: undefined };
    const people = await Promise.all([claire, colleague].map((one) => coordinator(db, one)));
    const outcomes = await Promise.allSettled(people.map((by) => assignSeat(db, form, by, MORNING)));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { message: 'trainee.already_in_course' },
    });
    expect(await count(db, 'seats', { state: 'unassigned' })).toBe(8);
  });
});

describe.each(eachDatabase)('the last seat, on $name', ({ open }) => {
  it('goes to one of two people who take it at once', async () => {
    const database = await open();
    await fill(database.db);
    for (let round = 1; round <= 10; round += 1) {
      await sells(database.db);
      const outcomes = await Promise.allSettled([assigns(database.db), assigns(database.db)]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await count(database.db, 'ledger', { action: 'seat.assigned' })).toBe(round);
    }
    await database.close();
  });
});

/** Retries while lock timeouts make the database unavailable. */
async function assignsWhenReachable(db: Database): Promise<void> {
  const trainee = aTrainee();
  for (;;) {
    try {
      await assigns(db, { trainee });
      return;
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      await sleep(100);
    }
  }
}

function newTrainee(pool: string) {
  const { firstName, lastName, email } = aTrainee();
  const names = { first_name: firstName, last_name: lastName, email };
  return aSubmission('assign_seat', { pool, course: 'EXCEL-1', trainee: 'new', ...names });
}

/** Ten of everything, and no trace of the refused attempts. */
async function expectTenDone({ db }: TestDatabase): Promise<void> {
  expect(await count(db, 'seats', { state: 'assigned' })).toBe(10);
  expect(await count(db, 'seats')).toBe(10);
  expect(await count(db, 'assignments', { ended_at: null })).toBe(10);
  expect(await count(db, 'trainees')).toBe(10);
  expect(await count(db, 'ledger', { action: 'seat.assigned' })).toBe(10);
  expect(await count(db, 'ledger', { action: 'trainee.added' })).toBe(10);
  expect(await count(db, 'outbox', { kind: 'order.changed' })).toBeGreaterThan(0);
  const [taken] = await select(db, 'select count(distinct seat_id) as seats from assignments');
  expect(Number(taken?.seats)).toBe(10);
}
