import { getAssignment } from '../../../src/features/assignments/detailed-assignments.sql';
import { enrolmentInWords } from '../../../src/features/assignments/enrolment-words.view';
import { releaseSeat } from '../../../src/features/assignments/release-seat';
import { eachDatabase, type TestDatabase } from '../../support/databases';
import { fill } from '../../support/office';
import { assigns, claire, coordinator, MORNING, sales, sells } from '../../support/people';
import { translator } from '../../support/translator';

describe.each(eachDatabase)('the day on which a trainee started, on $name', ({ open }) => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await open();
    await fill(database.db);
    await sells(database.db);
  });

  afterEach(() => database?.close());

  it('is the day in the customer’s zone: 00:30 in Paris is not the day before', async () => {
    const { id } = await assigns(database.db, { enrols: true });
    const at = '2026-03-02T23:30:00.000Z';
    await database
      .db('enrolments')
      .where({ assignment_id: id })
      .update({ state: 'enrolled', account_id: 7, asked_at: at, enrolled_at: at, started_at: at });
    const releasing = releaseSeat(database.db, { id }, await coordinator(database.db, claire), MORNING);
    const refusals = [{ code: 'release.started', details: { day: '2026-03-03' } }];
    await expect(releasing).rejects.toMatchObject({ refusals });
    expect(enrolmentInWords(await getAssignment(database.db, id), sales, translator('en'))).toContain('3 March 2026');
  });
});
