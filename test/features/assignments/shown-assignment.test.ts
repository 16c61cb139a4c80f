import { assignmentVersion } from '../../../src/features/assignments/assignment';
import { changeAssignment } from '../../../src/features/assignments/change-assignment';
import { releaseSeat } from '../../../src/features/assignments/release-seat';
import { retryEnrolment } from '../../../src/features/enrolments/retry-enrolment';
import { openProductDatabase } from '../../../src/product-database';
import { eachDatabase, type TestDatabase } from '../../support/databases';
import { fill } from '../../support/office';
import { assigns, aTrainee, claire, coordinator, MORNING, refusal, sales, sells } from '../../support/people';
import { checksum, count } from '../../support/tables';

describe.each(eachDatabase)('a seat that was shown before, on $name', ({ open }) => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await open();
    await fill(database.db);
    await sells(database.db, { quantity: 1 });
  });

  afterEach(() => database?.close());

  /** One trainee has the only seat, which then goes to another. */
  async function givenAgain(enrols: boolean, next = aTrainee()) {
    const first = await assigns(database.db, { enrols });
    await releaseSeat(database.db, first, sales, MORNING);
    const second = await assigns(database.db, { enrols, trainee: next });
    return { first, second };
  }

  it.each([false, true])(
    'is not released, changed or retried for its next trainee; with Moodle: %s',
    async (enrols) => {
      const { first, second } = await givenAgain(enrols);
      expect(second.seat).toBe(first.seat);
      if (enrols)
        await database
          .db('enrolments')
          .where({ assignment_id: second.id })
          .update({ state: 'failed', reason: 'refused' });
      const before = await checksum(database.db);
      const form = { assignment: first.id, version: assignmentVersion(first), course: 'EXCEL-2' };
      const by = await coordinator(database.db, claire);
      for (const act of [
        () => releaseSeat(database.db, first, sales, MORNING),
        () => releaseSeat(database.db, first, by, MORNING),
        () => retryEnrolment(database.db, first, by, MORNING),
        () => changeAssignment(database.db, { ...form, start: undefined, end: '2026-05-05' }, by, MORNING),
      ]) {
        expect(await refusal(act())).toBe('seat.reassigned');
      }
      expect(await checksum(database.db)).toBe(before);
    },
  );

  it('is not released or retried once it has another course or other days', async () => {
    const first = await assigns(database.db, { enrols: true });
    const by = await coordinator(database.db, claire);
    const shown = { id: first.id, version: assignmentVersion(first) };
    const form = { assignment: first.id, version: shown.version, course: 'EXCEL-2' };
    await changeAssignment(database.db, { ...form, start: undefined, end: '2026-05-05' }, by, MORNING);
    const before = await checksum(database.db);
    expect(await refusal(releaseSeat(database.db, shown, sales, MORNING))).toBe('seat.changed');
    expect(await refusal(retryEnrolment(database.db, shown, by, MORNING))).toBe('seat.changed');
    expect(await checksum(database.db)).toBe(before);
  });

  it('is not said to have another trainee when the same one got it again', async () => {
    const trainee = aTrainee();
    const first = await assigns(database.db, { trainee });
    await releaseSeat(database.db, first, sales, MORNING);
    await assigns(database.db, { trainee, course: 'EXCEL-2' });
    expect(await refusal(releaseSeat(database.db, first, sales, MORNING))).toBe('seat.changed');
  });

  it('is unassigned when it was released and nobody got it since', async () => {
    const first = await assigns(database.db);
    await releaseSeat(database.db, first, sales, MORNING);
    expect(await refusal(releaseSeat(database.db, first, sales, MORNING))).toBe('seat.not_assigned');
  });

  it('takes one of two changes saved at the same moment, and refuses the other', async () => {
    const { id, ...shown } = await assigns(database.db);
    const other = openProductDatabase(database.url);
    const form = { assignment: id, version: assignmentVersion(shown), course: undefined, start: undefined };
    const saves = [
      changeAssignment(database.db, { ...form, end: '2026-05-05' }, sales, MORNING),
      changeAssignment(other, { ...form, end: '2026-06-06' }, sales, MORNING),
    ];
    const ended = await Promise.allSettled(saves).finally(() => other.destroy());
    expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(ended).toContainEqual(
      expect.objectContaining({ reason: expect.objectContaining({ message: 'assignment.changed' }) }),
    );
    expect(await count(database.db, 'ledger', { action: 'seat.changed' })).toBe(1);
  });
});
