import { toInstant } from '../../src/core/time';
import { grantRole, revokeRole } from '../../src/features/roles/granted-roles.sql';
import type { Person } from '../../src/playground/person';
import { screenDatabases, type TestDatabase } from '../support/databases';
import { pressesForged, pressesForgedInModal } from '../support/forged-press';
import { type Office, openOffice } from '../support/office';
import { ada, MORNING } from '../support/people';
import { aSubmission, SignedClient, type Submission } from '../support/signed-client';
import { allIsSaid, checksum, count } from '../support/tables';

const PATIENCE = 15_000;
const ADMIN_ONLY = 'Only administrators can do this.';
const COURSES =
  'shortname,name,open\nNEW-1,First new one,yes\nNEW-2,Second new one,no\nEXCEL-1,Excel renamed,yes\nEXCEL-2,Excel formulas and tables,yes\n';

/** Too many to import inline. */
const MANY = `shortname,name\n${Array.from({ length: 500 }, (_, index) => `MANY-${index},Many ${index}`).join('\n')}`;

describe.each(screenDatabases)('files in Slack, on $name', ({ open }) => {
  let database: TestDatabase;
  let office: Office;
  let client: SignedClient;
  let people: Record<'ada' | 'sonia' | 'claire' | 'gus' | 'noah', Person>;

  beforeEach(async () => {
    database = await open();
    office = await openOffice(database.db);
    client = new SignedClient(office.workspace);
    const person = (key: string) => office.workspace.person(key);
    people = {
      ada: person('ada'),
      sonia: person('sonia'),
      claire: person('claire'),
      gus: person('gus'),
      noah: person('noah'),
    };
  });

  afterEach(async () => {
    await office?.close();
    await database?.close();
  });

  const identity = ({ is }: Person) => ({ teamId: is.team.id, userId: is.userId });
  const catalogue = () => checksum(database.db, { without: ['outbox', 'submissions', 'imports'] });
  const chooses = async (person: Person, content: string | Uint8Array, name = 'file.csv') => {
    if (person.modal) await person.closes({ all: true });
    await person.runs('/seats import');
    await person.uploads('file', { name, content });
    await person.submits();
  };
  const previewed = async (person: Person, content: string | Uint8Array, summary: string) => {
    await chooses(person, content);
    if (!(await person.finds(summary, PATIENCE))) throw new Error(person.screen());
  };
  /** Submits the form with a file that was not chosen there. */
  const submitsForged = async (person: Person, id: string) => {
    if (person.modal) await person.closes({ all: true });
    await person.runs('/seats import');
    const modal = person.slack.modals.top(person.is.userId);
    const files = [{ id, name: 'forged.csv', size: 1, filetype: 'csv' }];
    if (modal) person.slack.modals.report(modal, { file: { file: { type: 'file_input', files } } });
    await person.submits();
  };
  const keyIn = (person: Person): string => JSON.parse(person.modal?.private_metadata ?? '{}').import;
  const confirmation = (key: string): Submission => ({
    ...aSubmission('import_preview', {}),
    metadata: JSON.stringify({ import: key }),
  });
  const privately = (person: Person, text: string) =>
    person.messages(person.is.directId).filter((message) => JSON.stringify(message).includes(text));

  it('show every change, row by row, before the import makes it', async () => {
    const { ada } = people;
    const before = await catalogue();
    await previewed(ada, COURSES, 'Courses: 2 new · 1 changed · 1 unchanged');
    expect(ada.screen()).toContain('Row 2: NEW-1 (First new one) is new.');
    expect(ada.screen()).toContain('Row 4: EXCEL-1 (Excel renamed): name: Excel basics → Excel renamed');
    expect(ada.screen()).not.toContain('Row 5');
    expect(await catalogue()).toBe(before);
    await ada.submits();
    expect(ada.screen()).toContain('Imported: 2 new · 1 changed · 1 unchanged');
    expect(await count(database.db, 'courses', { shortname: 'NEW-2' })).toBe(1);
    expect(await count(database.db, 'ledger', { actor_user: ada.is.userId })).toBe(4);
    await ada.clicks('Courses');
    expect(ada.modal?.callback_id).toBe('list_courses');
  });

  it('are read in Excel’s encoding', async () => {
    const { ada } = people;
    const excel = Buffer.from('ShortName;Name;Open\r\nCAF\xc9;L\x92\xe9t\xe9 \x80;oui\r\n;;\r\n', 'latin1');
    await previewed(ada, excel, '1 new');
    await ada.submits();
    expect(await count(database.db, 'courses', { shortname: 'CAFÉ', name: 'L’été €' })).toBe(1);
  });

  it.each([
    ['a Mac', 'shortname;name\rSECU-1;S\x8Ecurit\x8E\r'],
    ['MS-DOS', 'shortname;name\r\nSECU-1;S\x82curit\x82\r\n'],
  ])('are read in the encoding of Excel on %s, and show their names first', async (_where, text) => {
    const { ada } = people;
    await previewed(ada, Buffer.from(text, 'latin1'), '1 new');
    expect(ada.screen()).toContain('Row 2: SECU-1 (Sécurité) is new.');
    await ada.submits();
    expect(await count(database.db, 'courses', { shortname: 'SECU-1', name: 'Sécurité' })).toBe(1);
  });

  it('show every error, and can then be replaced', async () => {
    const { ada } = people;
    await previewed(ada, 'shortname,name,open\nA,,yes\nB,Second,perhaps\n', '2 things to fix');
    expect(ada.screen()).toContain('Row 2: name is empty.');
    expect(ada.screen()).toContain('Row 3: open is “perhaps”: use yes or no.');
    expect(ada.modal?.submit).toBeNull();
    const before = await catalogue();
    const reply = await client.submits(identity(ada), confirmation(keyIn(ada)));
    expect(reply.text).toContain('Nothing was imported');
    expect(await catalogue()).toBe(before);
    await ada.clicks('Choose another file');
    await ada.uploads('file', { name: 'b.csv', content: 'shortname,name\nB,Second' });
    await ada.submits();
    expect(await ada.finds('1 new', PATIENCE)).toBe(true);
  });

  it.each([
    ['nothing below the header', 'shortname,name\n', 'no rows below its header'],
    ['no header we know', 'one,two\n1,2', 'The first row names the columns'],
    ['a workbook', 'PK\x03\x04', 'This is a workbook.'],
    ['a web page', '<html><table>', 'This is a web page saved as CSV.'],
    ['people', 'First name,E-mail\nJane,jane.doe@example.com', 'people aren’t imported here'],
    ['a title above the header', 'Courses\nshortname,name\nA,First', 'Row 2: This row names the columns.'],
    ['bars between the cells', 'shortname|name\nA|First', 'The cells are separated by “|”.'],
    ['doubtful letters', Buffer.from('shortname,name\nA,Excel\x99', 'latin1'), 'Save it as UTF-8'],
    ['spoilt letters', 'shortname,name\nA,SÃ©curitÃ©', 'were already damaged when this file was saved'],
    ['too much', `shortname,name\n${'x'.repeat(2 * 1024 * 1024)}`, 'larger than 2 MB'],
    ['too many rows', `shortname,name\n${'A,B\n'.repeat(10_001)}`, 'The file has 10,001 rows'],
  ])('are refused with an explanation if they hold %s', async (_what, content, words) => {
    await chooses(people.ada, content);
    expect(await people.ada.finds(words, PATIENCE)).toBe(true);
    expect(people.ada.modal?.submit).toBeNull();
  });

  it('are shown in pages', async () => {
    const { ada } = people;
    const rows = Array.from({ length: 45 }, (_, index) => `PAGE-${index},Paged ${index}`);
    await previewed(ada, `shortname,name\n${rows.join('\n')}`, '45 new');
    expect(ada.screen()).toContain('Row 21: PAGE-19 (Paged 19) is new.');
    await ada.clicks('Next page');
    await ada.clicks('Next page');
    expect(ada.screen()).toContain('Row 46: PAGE-44 (Paged 44) is new.');
    for (const page of ['NaN', '-1', '1e99']) await pressesForgedInModal(ada, 'next_page', page);
    expect(ada.modal?.callback_id).toBe('import_preview');
    await ada.submits();
    expect(ada.screen()).toContain('Imported: 45 new');
  });

  it('are offered by direct message when the person has closed the form meanwhile', async () => {
    const { ada } = people;
    office.workspace.faults.next('files.info', { kind: 'http', status: 500 });
    await chooses(ada, COURSES);
    await ada.closes();
    expect(await ada.finds('See what would change', PATIENCE)).toBe(true);
    await allIsSaid(database.db);
    await ada.clicks('See what would change', { channel: ada.is.directId });
    expect(ada.screen()).toContain('Row 2: NEW-1 (First new one) is new.');
    await ada.submits();
    expect(ada.screen()).toContain('Imported: 2 new');
    expect(privately(ada, 'See what would change')).toHaveLength(1);
  });

  it('are read on a retry when Slack is down at first', async () => {
    office.workspace.faults.next('url_private', { kind: 'http', status: 503 });
    await previewed(people.ada, COURSES, '2 new');
    expect(office.workspace.calls.filter(({ method }) => method === 'url_private')).toHaveLength(2);
  });

  it('are imported once, however often the import is confirmed', async () => {
    const { ada } = people;
    await previewed(ada, COURSES, '2 new');
    const key = keyIn(ada);
    const replies = await Promise.all([1, 2, 3].map(() => client.submits(identity(ada), confirmation(key))));
    for (const reply of replies) expect(reply.text).toContain('Imported: 2 new');
    expect(await count(database.db, 'ledger', { action: 'sheet.imported' })).toBe(1);
    expect(await count(database.db, 'ledger', { action: 'course.created', subject: 'NEW-1' })).toBe(1);
  });

  it('of many rows are imported in the background, once, and the modal shows the result', async () => {
    const { ada } = people;
    await previewed(ada, MANY, '500 new');
    const key = keyIn(ada);
    await ada.submits();
    const replies = await Promise.all([1, 2].map(() => client.submits(identity(ada), confirmation(key))));
    for (const reply of replies) expect(reply.text).toMatch(/Importing\.|Imported: 500 new/);
    expect(await ada.finds('Imported: 500 new', PATIENCE)).toBe(true);
    await allIsSaid(database.db);
    expect(await count(database.db, 'ledger', { action: 'sheet.imported' })).toBe(1);
    expect(await count(database.db, 'ledger', { action: 'course.created', subject: 'MANY-7' })).toBe(1);
    expect(privately(ada, 'Imported')).toHaveLength(0);
  });

  it('of many rows are reported by direct message when the modal is closed, once even if Slack’s answer is lost', async () => {
    const { ada } = people;
    await previewed(ada, MANY, '500 new');
    const key = keyIn(ada);
    await client.submits(identity(ada), confirmation(key));
    await ada.closes({ all: true });
    office.workspace.faults.next('chat.postMessage', { kind: 'lost' });
    await allIsSaid(database.db);
    expect(privately(ada, 'Imported: 500 new')).toHaveLength(1);
    expect(await count(database.db, 'ledger', { action: 'sheet.imported' })).toBe(1);
  });

  it('of many rows return to the preview, without an import, when a row is no longer valid', async () => {
    const { sonia } = people;
    const rows = Array.from({ length: 450 }, (_, index) => `MANY-${index},Many ${index},C${index}MANY`);
    await previewed(sonia, `code,name,channel\n${rows.join('\n')}`, 'Customers: 450 new');
    await database.db('customers').where({ code: 'ACME' }).update({ channel: 'C7MANY' });
    await sonia.submits();
    expect(await sonia.finds('1 thing to fix', PATIENCE)).toBe(true);
    expect(sonia.screen()).toContain('Row 9: C7MANY is already Acme’s channel.');
    expect(sonia.modal?.submit).toBeNull();
    expect(await count(database.db, 'customers', { code: 'MANY-1' })).toBe(0);
  });

  it('wait for a decision when the person closes the preview, and say so', async () => {
    const { ada, sonia } = people;
    const before = await catalogue();
    await previewed(ada, COURSES, '2 new');
    expect(ada.screen()).toContain('Nothing is imported until you press Import');
    expect(ada.modal?.close?.text).toBe('Decide later');
    await ada.closes();
    expect(await catalogue()).toBe(before);
    await sonia.runs('/seats import');
    expect(sonia.screen()).not.toContain('haven’t decided');
    await ada.runs('/seats import');
    expect(ada.screen()).toContain(
      'You haven’t decided on your last file yet. Courses: 2 new · 1 changed · 1 unchanged',
    );
    await ada.clicks('See what would change');
    await ada.submits();
    expect(ada.screen()).toContain('Imported: 2 new');
    await ada.closes({ all: true });
    await ada.runs('/seats import');
    expect(ada.screen()).not.toContain('haven’t decided');
  });

  it('are accepted once, however often the form arrives', async () => {
    const { ada } = people;
    const { id } = office.workspace.person('ada').slack.upload(ada.is, { name: 'a.csv', content: COURSES });
    const submission = aSubmission('import_file', { file: id });
    const replies = [await client.submits(identity(ada), submission), await client.submits(identity(ada), submission)];
    expect(replies[1]).toEqual(replies[0]);
    expect(await count(database.db, 'imports')).toBe(1);
    const foreign = await client.submits(identity(people.sonia), submission);
    expect(foreign.text).toContain('Someone else sent this form');
  });

  it('are checked again on confirmation, which says what has changed since the preview and asks once more', async () => {
    const { ada } = people;
    const rename = (shortname: string, name: string) => database.db('courses').where({ shortname }).update({ name });
    const names = async () =>
      database.db('courses').whereIn('shortname_key', ['new-1', 'excel-1', 'excel-2']).orderBy('id').pluck('name');
    await previewed(ada, 'shortname,name\nNEW-1,Ours\nEXCEL-1,One\nEXCEL-2,Two', '1 new · 2 changed');
    const first = aSubmission('import_preview', {});
    const shown = { ...first, metadata: ada.modal?.private_metadata ?? '' };
    const theirs = { shortname: 'new-1', shortname_key: 'new-1', name: 'Theirs', search_key: 'theirs' };
    await database.db('courses').insert(theirs);
    await rename('EXCEL-1', 'Between');
    await rename('EXCEL-2', 'Two');
    const before = await names();
    await ada.submits();
    expect(ada.screen()).toContain('Nothing was imported: 2 rows would overwrite what someone changed');
    expect(ada.screen()).toMatch(/Row 2: new-1 .*name: Theirs → Ours(.|\n)*Row 3: EXCEL-1 .*name: Between → One/i);
    // The same press once more has not seen that.
    await client.submits(identity(ada), shown);
    expect(await names()).toEqual(before);
    await ada.submits();
    expect(ada.screen()).toContain('Imported: 2 changed · 1 unchanged');
    expect(await names()).toEqual(['One', 'Two', 'Ours']);
  });

  it('are deleted when the person cancels', async () => {
    const { ada } = people;
    await previewed(ada, COURSES, '2 new');
    const key = keyIn(ada);
    const before = await catalogue();
    await ada.clicks('Discard this file');
    expect(ada.screen()).toContain('The file was discarded, and nothing was changed.');
    expect((await client.submits(identity(ada), confirmation(key))).text).toContain('You discarded this file.');
    expect(await catalogue()).toBe(before);
  });

  it('are private to one person, whatever others press and send', async () => {
    const { ada, ...others } = people;
    await previewed(ada, COURSES, '2 new');
    const key = keyIn(ada);
    const before = await catalogue();
    for (const [name, person] of Object.entries(others)) {
      const channel = name === 'gus' ? 'C0GLOBEX001' : 'C0ACME00001';
      const told = () => person.messages(channel).filter(({ ephemeral }) => ephemeral);
      const actions = ['open_preview', 'cancel_import'];
      for (const action of actions) await pressesForged(person, { action, value: key, channel });
      expect(told()).toHaveLength(actions.length);
      expect(person.screen()).not.toContain('NEW-1');
      const reply = await client.submits(identity(person), confirmation(key));
      expect(reply.text).toMatch(/no longer have this import|sales team|commerciale/);
    }
    expect(await catalogue()).toBe(before);
    await ada.submits();
    expect(ada.screen()).toContain('Imported: 2 new');
    for (const person of Object.values(others)) {
      expect((await client.submits(identity(person), confirmation(key))).text).not.toContain('Imported');
    }
  });

  it('of courses are for administrators, and of customers and coordinators also for sales', async () => {
    const { sonia } = people;
    const before = await catalogue();
    await chooses(sonia, COURSES);
    expect(await sonia.finds('Only administrators can import courses.', PATIENCE)).toBe(true);
    expect((await client.submits(identity(sonia), confirmation(keyIn(sonia)))).text).toContain('Nothing was imported');
    expect(await catalogue()).toBe(before);
    await previewed(sonia, 'code,name,locale\nINITECH,Initech,fr', 'Customers: 1 new');
    await sonia.submits();
    await previewed(sonia, 'customer,team,user\nINITECH,T1,U1\nNOBODY,T1,U1', '1 thing to fix');
    expect(sonia.screen()).toContain('Row 3: There’s no customer NOBODY. Import customers first.');
    await previewed(sonia, 'customer,team,user\nINITECH,T1,U1', 'Coordinators: 1 new');
    await sonia.submits();
    expect(await count(database.db, 'coordinators', { team_id: 'T1' })).toBe(1);
  });

  it('are not imported when the person has lost the right meanwhile', async () => {
    const { sonia } = people;
    const to = { teamId: sonia.is.team.id, userId: sonia.is.userId };
    await grantRole(database.db, { to, role: 'admin', by: ada, at: toInstant(MORNING) });
    await previewed(sonia, COURSES, '2 new');
    await revokeRole(database.db, to, 'admin');
    const before = await catalogue();
    await sonia.submits();
    expect(sonia.screen()).toContain(ADMIN_ONLY);
    expect(await catalogue()).toBe(before);
  });

  it('of other people, or from long ago, are not read', async () => {
    const { ada, sonia } = people;
    const customers = { name: 'theirs.csv', content: 'code,name\nSECRET,Secret' };
    const theirs = ada.slack.upload(ada.is, customers);
    const old = sonia.slack.files.put({
      name: 'old.csv',
      user: sonia.is.userId,
      team: sonia.is.team.id,
      created: office.workspace.clock.now().minus({ hours: 2 }).toUnixInteger(),
      bytes: Buffer.from(customers.content),
    });
    for (const id of [theirs.id, old.id, 'F0NOBODY']) {
      await submitsForged(sonia, id);
      expect(await sonia.finds('1 thing to fix', PATIENCE)).toBe(true);
      expect(sonia.screen()).toMatch(/isn’t a file you just chose|couldn’t read/);
    }
    expect(await count(database.db, 'imports', { kind: 'customers' })).toBe(0);
    expect(office.workspace.calls.filter(({ method }) => method === 'url_private')).toEqual([]);
  });

  it.each(['claire', 'gus', 'noah'] as const)('are neither imported from %s nor exported to them', async (key) => {
    const person = people[key];
    const before = await checksum(database.db);
    const channel = key === 'gus' ? 'C0GLOBEX001' : 'C0ACME00001';
    for (const action of ['open_import', 'open_export']) await pressesForged(person, { action, value: '', channel });
    expect(person.messages(channel).filter(({ ephemeral }) => ephemeral)).toHaveLength(2);
    expect(person.modal).toBeUndefined();
    const { id } = person.slack.upload(person.is, { name: 'a.csv', content: COURSES });
    for (const submission of [
      aSubmission('import_file', { file: id }),
      aSubmission('export_file', { kind: 'customers' }),
    ]) {
      expect((await client.submits(identity(person), submission)).text).toMatch(/sales team|commerciale/);
    }
    expect(await checksum(database.db)).toBe(before);
  });

  it('of each kind are exported to sales, once per request', async () => {
    const { sonia } = people;
    await sonia.runs('/seats courses');
    await sonia.clicks('Export');
    await sonia.submits({ kind: 'customers' });
    expect(sonia.screen()).toContain('You’ll get the file');
    await allIsSaid(database.db);
    const [file] = sonia.messages(sonia.is.directId).flatMap(({ files = [] }) => files);
    expect(file?.name).toMatch(/^customers-.*\.csv$/);
    const text = Buffer.from(sonia.downloads(file?.name ?? '')).toString();
    expect(text).toMatch(/^\uFEFFcode,name,channel,timezone,locale\r\n/);
    expect(text).toContain('ACME,Acme,C0ACME00001,Europe/Paris,fr\r\n');
    const wrong = await client.submits(identity(sonia), aSubmission('export_file', { kind: 'ledger' }));
    expect(wrong.body.errors).toEqual({ kind: 'Choose an option.' });
    const submission = aSubmission('export_file', { kind: 'coordinators' });
    for (const _ of [1, 2]) await client.submits(identity(sonia), submission);
    await allIsSaid(database.db);
    expect(privately(sonia, 'coordinators-')).toHaveLength(1);
  });

  it('are sent once when Slack’s answer is lost', async () => {
    const { ada } = people;
    office.workspace.faults.next('files.completeUploadExternal', { kind: 'lost' });
    await ada.runs('/seats export');
    await ada.submits();
    await allIsSaid(database.db);
    expect(await count(database.db, 'outbox', { kind: 'export.send', state: 'sent' })).toBe(1);
    expect(privately(ada, 'courses-')).toHaveLength(1);
  });
});
