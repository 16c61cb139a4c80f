import type { Person } from '../../src/playground/person';
import { screenDatabases, type TestDatabase } from '../support/databases';
import { pressesForged, pressesForgedInModal } from '../support/forged-press';
import { found } from '../support/found';
import { fill, type Office, openOffice } from '../support/office';
import { sells } from '../support/people';
import { courseButton } from '../support/shown-course';
import { aSubmission, SignedClient } from '../support/signed-client';
import { checksum, count } from '../support/tables';

const ACME = 'C0ACME00001';
const ADMIN_ONLY = 'Only administrators can do this.';

describe.each(screenDatabases)('managing courses, on $name', ({ open }) => {
  let database: TestDatabase;
  let office: Office;
  let people: Record<'ada' | 'sonia' | 'claire' | 'gus' | 'noah', Person>;

  beforeAll(async () => {
    database = await open();
    office = await openOffice(database.db);
    const person = (key: string) => office.workspace.person(key);
    people = {
      ada: person('ada'),
      sonia: person('sonia'),
      claire: person('claire'),
      gus: person('gus'),
      noah: person('noah'),
    };
  });

  afterAll(async () => {
    await office?.close();
    await database?.close();
  });

  afterEach(async () => {
    for (const person of Object.values(people)) if (person.modal) await person.closes({ all: true });
  });

  const unchanged = async (work: () => Promise<unknown>) => {
    const before = await checksum(database.db, { without: ['outbox', 'submissions'] });
    await work();
    expect(await checksum(database.db, { without: ['outbox', 'submissions'] })).toBe(before);
  };
  const isOpen = async (shortname: string) =>
    (await found(database.db('courses').where({ shortname }).first())).hidden_at === null;

  it('lists them with their state and the number of products that name them', async () => {
    const { ada } = people;
    await ada.runs('/seats courses');
    expect(ada.modal?.callback_id).toBe('list_courses');
    expect(ada.screen()).toContain('Excel basics\nEXCEL-1 · open · used by');
  });

  it('hides a course in one press, no longer offers it, and opens it again', async () => {
    const { ada, claire } = people;
    await sells(database.db, { quantity: 2 });
    await ada.runs('/seats courses excel-1');
    await ada.clicks('Hide', { value: await courseButton(database.db, 'EXCEL-1') });
    expect(ada.screen()).toContain('EXCEL-1 · hidden');
    expect(await isOpen('EXCEL-1')).toBe(false);
    const offered = async () => {
      await claire.runs('/seats assign', ACME);
      const courses = await claire.types('course', 'excel');
      await claire.closes({ all: true });
      return courses.map(({ value }) => value);
    };
    expect(await offered()).not.toContain('EXCEL-1');
    await ada.clicks('Open', { value: await courseButton(database.db, 'EXCEL-1') });
    expect(ada.screen()).toContain('EXCEL-1 · open');
    expect(await offered()).toContain('EXCEL-1');
    expect(await count(database.db, 'ledger', { action: 'course.updated', subject: 'EXCEL-1' })).toBe(2);
  });

  it('hides a course once when two administrators hide it', async () => {
    const { ada } = people;
    await ada.runs('/seats courses excel-2');
    const value = await courseButton(database.db, 'EXCEL-2');
    for (const _ of [1, 2]) await pressesForgedInModal(ada, 'hide_course', value);
    // A button of an earlier version names no course for certain, so it shows the list only.
    await pressesForgedInModal(ada, 'open_course', 'EXCEL-2');
    expect(ada.screen()).toContain('EXCEL-2 · hidden');
    expect(await count(database.db, 'ledger', { action: 'course.updated', subject: 'EXCEL-2' })).toBe(1);
    await ada.clicks('Open', { value: await courseButton(database.db, 'EXCEL-2') });
  });

  it('adds a course by hand, once, and shows it in the list below the form', async () => {
    const { ada } = people;
    await ada.runs('/seats courses');
    await ada.clicks('Add a course');
    await ada.submits({ shortname: ' NEW-1 ', course_name: 'A new one' });
    expect(ada.screen()).toContain('A new one (NEW-1) is added and open.');
    expect(await isOpen('NEW-1')).toBe(true);
    await ada.clicks('Add a course');
    await ada.submits({ shortname: 'new-1', course_name: 'Again' });
    expect(ada.errors).toEqual({ shortname: 'There’s already a course new-1.' });
    await ada.closes();
    await ada.finds('NEW-1 · open');
    expect(
      await count(database.db, 'ledger', { action: 'course.created', subject: 'NEW-1', actor_user: ada.is.userId }),
    ).toBe(1);
  });

  it('answers a repeated submission with the first result, and shows all refusals at once', async () => {
    const client = new SignedClient(office.workspace);
    const by = { teamId: people.ada.is.team.id, userId: people.ada.is.userId };
    const submission = aSubmission('add_course', { shortname: 'TWICE', course_name: 'Twice' });
    const [first, second] = [await client.submits(by, submission), await client.submits(by, submission)];
    expect(first.text).toContain('TWICE');
    expect(second).toEqual(first);
    expect(await count(database.db, 'ledger', { subject: 'TWICE' })).toBe(1);
    const wrong = await client.submits(by, aSubmission('add_course', { shortname: 'A\\B', course_name: ' \n ' }));
    expect(wrong.body.errors).toEqual({ shortname: 'A short name can’t contain \\.', course_name: 'Enter a name.' });
    const empty = await client.submits(
      by,
      aSubmission('add_course', { shortname: '', course_name: 'x'.repeat(4_001) }),
    );
    expect(Object.keys(empty.body.errors ?? {})).toEqual(['shortname', 'course_name']);
  });

  it('finds words in any order, and explains an empty result', async () => {
    const { sonia } = people;
    await sonia.runs('/seats courses');
    await sonia.chooses('search', 'TABLES excel');
    expect(sonia.screen()).toContain('1 course');
    expect(sonia.screen()).toContain('EXCEL-2');
    await sonia.submits({ search: 'no such thing' });
    expect(sonia.screen()).toContain('No course matches “no such thing”.');
  });

  it('turns pages of twenty, whatever page is requested', async () => {
    const { ada } = people;
    const courses = Array.from({ length: 45 }, (_, index) => ({
      shortname: `PAGE-${index}`,
      name: `Paged ${String(index).padStart(2, '0')}`,
    }));
    await fill(database.db, JSON.stringify({ courses }));
    await ada.runs('/seats courses page');
    expect(ada.screen()).toContain('45 courses');
    await ada.clicks('Next page');
    await ada.clicks('Next page');
    expect(ada.screen()).toContain('Paged 44');
    expect(ada.screen()).not.toContain('Next page');
    await ada.clicks('Hide', { value: await courseButton(database.db, 'PAGE-44') });
    expect(ada.screen()).toContain('PAGE-44 · hidden');
    for (const page of ['NaN', '-1', '99999999999', '1e300', 'x']) await pressesForgedInModal(ada, 'next_page', page);
    expect(ada.modal?.blocks.length).toBeLessThanOrEqual(100);
    expect(JSON.stringify(ada.modal)).not.toMatch(/E-[0-9A-F]{8}/);
  });

  it('shows sales a read-only list', async () => {
    const { sonia } = people;
    await sonia.runs('/seats courses');
    expect(sonia.sees('Excel basics')).toBe(true);
    for (const label of ['[Hide]', '[Open]', '[Add a course]']) expect(sonia.screen()).not.toContain(label);
  });

  it('refuses forged presses and submissions from sales', async () => {
    const { sonia } = people;
    await unchanged(async () => {
      await sonia.runs('/seats courses');
      for (const action of ['hide_course', 'open_course', 'open_add_course']) {
        await pressesForgedInModal(sonia, action, 'EXCEL-1');
        expect(sonia.screen()).toContain(ADMIN_ONLY);
        await sonia.closes();
      }
      const by = { teamId: sonia.is.team.id, userId: sonia.is.userId };
      const client = new SignedClient(office.workspace);
      const reply = await client.submits(by, aSubmission('add_course', { shortname: 'FORGED', course_name: 'Forged' }));
      expect(reply.text).toContain(ADMIN_ONLY);
    });
  });

  it.each(['claire', 'gus', 'noah'] as const)('refuses %s politely, whatever they press or send', async (key) => {
    const person = people[key];
    const channel = key === 'gus' ? 'C0GLOBEX001' : ACME;
    const by = { teamId: person.is.team.id, userId: person.is.userId };
    const client = new SignedClient(office.workspace);
    await unchanged(async () => {
      const told = () => person.messages(channel).filter(({ ephemeral }) => ephemeral);
      const before = told().length;
      const actions = ['open_courses', 'hide_course', 'open_course', 'open_add_course'];
      for (const action of actions) await pressesForged(person, { action, value: 'EXCEL-1', channel });
      expect(told()).toHaveLength(before + actions.length);
      expect(person.modal).toBeUndefined();
      for (const modal of ['list_courses', 'add_course']) {
        const reply = await client.submits(
          by,
          aSubmission(modal, { shortname: 'FORGED', course_name: 'Forged', search: '' }),
        );
        expect(reply.text).toMatch(/administrat|commercial|sales team/);
        expect(reply.text).not.toContain('Excel basics');
      }
    });
  });

  it('offers the first step when there are no courses', async () => {
    const { ada } = people;
    await database.db('courses').whereNotExists(database.db('assignments').whereRaw('course_id = courses.id')).delete();
    await ada.runs('/seats courses');
    expect(ada.screen()).toContain('There are no courses yet.');
    expect(ada.screen()).toContain('[Add a course]');
  });
});
