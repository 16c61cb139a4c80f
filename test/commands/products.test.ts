import type { Person } from '../../src/playground/person';
import { screenDatabases, type TestDatabase } from '../support/databases';
import { found } from '../support/found';
import { fill, type Office, openOffice } from '../support/office';
import { MORNING, sells } from '../support/people';
import { count } from '../support/tables';

const SHOP =
  'courselist=EXCEL-%,GDPR&supervisor=editingteacher&packsize=10&starttime=1767225661&endtime=1798761600&duration=180';

// Monday, 2 March 2026, 10:00 in Paris.
describe.each(screenDatabases)('products, on $name', ({ open }) => {
  let database: TestDatabase;
  let office: Office;
  let ada: Person;
  let sonia: Person;

  beforeAll(async () => {
    database = await open();
    office = await openOffice(database.db, { now: () => MORNING });
    [ada, sonia] = [office.workspace.person('ada'), office.workspace.person('sonia')];
  });

  afterEach(async () => {
    for (const person of [ada, sonia]) if (person.modal) await person.closes({ all: true });
  });

  afterAll(async () => {
    await office?.close();
    await database?.close();
  });

  const product = (code: string) => found(database.db('products').where({ code }).first());
  const opens = async (person: Person, code: string) => {
    await person.runs(`/seats products ${code}`);
    await person.clicks('Open', { value: code });
  };
  const copies = async (person: Person, code: string) => {
    await opens(person, code);
    await person.clicks('Copy parameters');
    const held = person.modal?.state.values.parameters?.parameters?.value;
    await person.closes({ all: true });
    return held;
  };

  it('are listed for sales with their main terms, and found by part of a name', async () => {
    await sonia.runs('/seats products');
    expect(sonia.screen()).toContain('5 products');
    expect(sonia.screen()).toContain('Office pack (OFFICE-PACK)\n10 seats per unit · courses EXCEL-…, WORD-…, GDPR');
    expect(sonia.screen()).not.toContain('[New product]');
    await sonia.chooses('search', 'pack off');
    expect(sonia.screen()).toContain('1 product');
    expect(sonia.screen()).not.toContain('EXCEL-SEAT');
    await sonia.submits({ search: 'Zebra' });
    expect(sonia.screen()).toContain('No product matches “Zebra”.');
  });

  it('are shown in words, with the check’s findings and the courses that match now', async () => {
    await opens(sonia, 'OFFICE-PACK');
    const screen = sonia.screen();
    expect(screen).toContain('Trainees become student, coordinators teacher');
    expect(screen).toContain('Lasts 90 days');
    expect(screen).toContain('Assign within 180 days');
    expect(screen).toContain('5 open courses match now: ');
    expect(screen).toContain('Note: No trainee role is set, so student is used.');
    expect(screen).toContain('Checked at 10:00');
    expect(screen).not.toContain('[Edit]');
  });

  it('are created by an administrator, with a live preview of matching courses', async () => {
    await ada.runs('/seats products');
    await ada.clicks('New product');
    expect(ada.screen()).toContain('Valid for every open course, now 11:');
    await ada.chooses('courses', 'GDPR,FIRE');
    expect(ada.screen()).toContain('2 open courses match now: Data protection at work, Fire safety');
    await ada.chooses('courses', '');
    await ada.chooses('patterns', 'NOTHING-%');
    expect(ada.screen()).toContain('No open course matches yet');
    await ada.chooses('patterns', 'excel-_, word-%');
    expect(ada.screen()).toContain('4 open courses match now');
    await ada.chooses('courses', 'GDPR');
    await ada.submits({
      code: 'NEW-PACK',
      name: 'New pack',
      description: 'For offices',
      pack_size: '3',
      duration_days: '30',
      start_date: '2026-04-01',
      customer_support: 'FIRST-AID',
    });
    expect(ada.errors).toEqual({});
    expect(ada.screen()).toContain('New pack (NEW-PACK)');
    expect(ada.screen()).toContain('3 seats per unit\nValid for: courses GDPR, excel-_, word-…');
    expect(ada.screen()).toContain('Starts on 1 April 2026');
    expect(ada.screen()).toContain('Customer support course: FIRST-AID');
    const row = await database.db('ledger').where({ action: 'product.created', subject: 'NEW-PACK' }).first();
    expect(row).toMatchObject({ actor_user: ada.is.userId, before: null });
    await ada.closes();
    expect(await ada.finds('6 products')).toBe(true);
  });

  it('show all refusals at once, each beside its field', async () => {
    await ada.runs('/seats products');
    await ada.clicks('New product');
    await ada.submits({
      code: 'excel-seat x',
      name: '  ',
      patterns: 'A\\B',
      role: 'a\\b',
      start_date: '2026-04-02',
      end_date: '2026-04-01',
    });
    expect(ada.errors).toEqual({
      code: 'Enter a code without spaces, % or \\, 64 characters at most.',
      name: 'Enter a name.',
      patterns: 'Leave out the character \\.',
      role: 'Leave out the character \\.',
      end_date: 'The last day is before the first day.',
    });
    await ada.submits({
      code: 'RANGE',
      name: 'Range',
      patterns: '',
      role: 'wizard',
      supervisor_role: 'Teacher',
      start_date: '1999-12-31',
      end_date: '2999-12-31',
    });
    const others =
      'Use one of editingteacher, teacher, student. The person who runs the app can add others to MOODLE_ROLES.';
    expect(ada.errors).toEqual({
      role: `There’s no role wizard. ${others}`,
      supervisor_role: `There’s no role Teacher. ${others}`,
      start_date: 'Choose a day between 1 January 2000 and 1 January 2100.',
      end_date: 'Choose a day between 1 January 2000 and 1 January 2100.',
    });
    await ada.submits({ supervisor_role: '', start_date: '', end_date: '' });
    await ada.submits({ code: 'excel-seat', name: 'Again', patterns: '', role: '', end_date: '' });
    expect(ada.errors).toEqual({ code: 'This code is taken. Choose another one.' });
    expect(await count(database.db, 'products', { name: 'Again' })).toBe(0);
  });

  it('are edited without a change to existing orders', async () => {
    await sells(database.db, { product: 'SAFETY-SEAT' });
    await opens(ada, 'SAFETY-SEAT');
    expect(ada.screen()).not.toContain('keeps the terms it was sold with');
    await ada.clicks('Edit');
    expect(ada.screen()).toContain('1 order has already been sold and keeps its terms.');
    await ada.submits({ duration_days: '60', pack_size: '2' });
    expect(ada.screen()).toContain('Lasts 60 days');
    expect(ada.screen()).toContain('1 order keeps the terms it was sold with.');
    expect(await database.db('orders').first()).toMatchObject({ duration_days: 30, pack_size: 1 });
    const row = await found(database.db('ledger').where({ action: 'product.updated', subject: 'SAFETY-SEAT' }).first());
    expect([JSON.parse(row.before ?? '').durationDays, JSON.parse(row.after ?? '').durationDays]).toEqual([30, 60]);
  });

  it('change nothing when saved unchanged', async () => {
    const before = await count(database.db, 'ledger');
    await opens(ada, 'OFFICE-PACK');
    await ada.clicks('Edit');
    await ada.submits();
    expect(ada.screen()).toContain('Office pack (OFFICE-PACK)');
    expect(await count(database.db, 'ledger')).toBe(before);
  });

  it('are not saved over another person’s change', async () => {
    await opens(ada, 'ENGLISH-SEAT');
    await ada.clicks('Edit');
    const { length } = ada.modals;
    await fill(database.db, 'products: [{ code: ENGLISH-SEAT, name: English for all }]');
    await ada.submits({ name: 'English of Ada' });
    expect(ada.screen()).toContain('Someone changed this product after you opened it');
    expect(ada.modals).toHaveLength(length);
    expect(ada.modal?.state.values.name?.name?.value).toBe('English of Ada');
    expect(ada.screen()).toMatch(/Now:\s+Name: English for all\s/);
    expect((await product('ENGLISH-SEAT')).name).toBe('English for all');
    await ada.submits();
    expect((await product('ENGLISH-SEAT')).name).toBe('English of Ada');
  });

  it('are archived and restored, and are not offered while archived', async () => {
    await opens(ada, 'ANY-SEAT');
    await ada.clicks('Archive');
    expect(ada.screen()).toContain('Archived: no longer sold');
    await sonia.runs('/seats generate', 'C0GENERAL01');
    expect((await sonia.types('product', 'any')).map(({ value }) => value)).toEqual([]);
    await ada.clicks('Restore');
    expect(ada.screen()).not.toContain('Archived');
    expect((await sonia.types('product', 'any')).map(({ value }) => value)).toEqual(['ANY-SEAT']);
    const rows = await database.db('ledger').where({ subject: 'ANY-SEAT' }).orderBy('id').pluck('action');
    expect(rows).toEqual(['product.created', 'product.archived', 'product.restored']);
  });

  it('show in the list below that they are archived', async () => {
    await opens(ada, 'ANY-SEAT');
    await ada.clicks('Archive');
    await ada.closes();
    expect(await ada.finds('Archived: no longer sold')).toBe(true);
    await ada.clicks('Open', { value: 'ANY-SEAT' });
    await ada.clicks('Restore');
  });

  it('import the Moodle shop’s parameters, and export them unchanged', async () => {
    await ada.runs('/seats products');
    await ada.clicks('Paste parameters');
    await ada.submits({ parameters: SHOP });
    expect(ada.screen()).toContain('2026-01-01');
    expect(ada.screen()).not.toContain('1767225661');
    await ada.submits({ code: 'SHOP', name: 'Shop' });
    expect(ada.errors).toEqual({});
    expect(ada.screen()).toContain('Starts on 1 January 2026');
    await ada.closes({ all: true });
    expect(await copies(sonia, 'SHOP')).toBe(SHOP);
    await opens(ada, 'SHOP');
    await ada.clicks('Edit');
    await ada.submits({ name: 'Shop again' });
    await ada.closes({ all: true });
    expect(await copies(sonia, 'SHOP')).toBe(SHOP);
  });

  it.each([
    'packsize=1',
    'starttime=946681200&endtime=4102527599',
    'supervisor=teacher&role=student',
    'courselist=GDPR,EXCEL-%,FIRE',
    'courselist=42',
  ])('prefill from %s on a card, and copy back exactly that', async (parameters) => {
    await opens(ada, 'NEW-PACK');
    await ada.clicks('Paste parameters');
    await ada.submits({ parameters });
    expect(ada.modal?.state.values.name?.name?.value).toBe('New pack');
    await ada.submits();
    expect(ada.errors).toEqual({});
    await ada.closes({ all: true });
    expect(await copies(ada, 'NEW-PACK')).toBe(parameters);
  });

  it('read an empty course list as every course, as the shop does', async () => {
    await opens(ada, 'NEW-PACK');
    await ada.clicks('Paste parameters');
    await ada.submits({ parameters: 'courselist=&packsize=3' });
    await ada.submits();
    expect(ada.screen()).toContain('It has no courses of its own, so its seats are valid for every open course.');
    await ada.closes({ all: true });
    expect(await copies(ada, 'NEW-PACK')).toBe('packsize=3');
  });

  it('name the course that prevents a copy of their parameters, and a workaround', async () => {
    await fill(
      database.db,
      `courses: [{ shortname: 'A,B', name: Comma }]
products: [{ code: COMMA, name: Comma, courses: ['A,B', GDPR] }]`,
    );
    await opens(sonia, 'COMMA');
    expect(sonia.screen()).toContain(
      'The comma in A,B keeps the parameters from being copied. You can copy the pattern A_B',
    );
    await sonia.clicks('Copy parameters');
    expect(sonia.screen()).toContain('The course A,B has a comma in its short name, which parameters can’t contain.');
  });

  it('drop the exact second when the day changes', async () => {
    await opens(ada, 'SHOP');
    await ada.clicks('Edit');
    await ada.submits({ start_date: '2026-01-02' });
    await ada.closes({ all: true });
    expect(await copies(ada, 'SHOP')).toContain('starttime=1767308400&');
  });

  it('show all errors in pasted parameters', async () => {
    await ada.runs('/seats products');
    await ada.clicks('Paste parameters');
    await ada.submits({
      parameters: 'colour=blue&packsize=ten&packsize=0&courselist=A,,B&duration=&starttime=9999999999999',
    });
    expect(ada.errors.parameters?.split('\n')).toEqual([
      '“colour” isn’t a parameter. Check its spelling, or leave it out.',
      'packsize: “ten” isn’t a whole number. Use digits only.',
      'packsize: use a number from 1 to 10,000.',
      'packsize: it’s there more than once. Keep one.',
      'courselist, entry 2: there’s nothing between the commas.',
      'duration: it has no value. Add one, or leave the name out too.',
      'starttime: its date isn’t between 1 January 2000 and 1 January 2100.',
    ]);
  });

  it('with errors are marked in the list', async () => {
    await database.db('products').where({ code: 'OFFICE-PACK' }).update({ end_date: '2026-01-01' });
    await sonia.runs('/seats products');
    expect(sonia.screen().split('Can’t be sold because of errors')).toHaveLength(2);
    expect(sonia.screen()).toMatch(/OFFICE-PACK\)[^()]*Can’t be sold because of errors/);
    await database.db('products').where({ code: 'OFFICE-PACK' }).update({ end_date: null });
  });

  it('without an open course can be sold, after a warning', async () => {
    await fill(database.db, 'products: [{ code: LATER, name: Later, courses: [LATER-%] }]');
    await sonia.runs('/seats generate', 'C0GENERAL01');
    await sonia.chooses('product', 'LATER');
    expect(sonia.screen()).toContain('No open course matches yet, so no seats could be assigned.');
    await sonia.submits({ customer: 'ACME', quantity: '1' });
    expect(sonia.screen()).toContain('1 seat generated for Acme');
  });

  it('with errors cannot be sold until they are fixed', async () => {
    await fill(database.db, 'products: [{ code: WRONG, name: Wrong, courses: [NO-SUCH] }]');
    await opens(sonia, 'WRONG');
    expect(sonia.screen()).toContain('Error: There’s no course NO-SUCH.');
    await sonia.closes({ all: true });
    await sonia.runs('/seats generate', 'C0GENERAL01');
    await sonia.chooses('product', 'WRONG');
    expect(sonia.screen()).toContain('This product can’t be sold yet: There’s no course NO-SUCH.');
    await sonia.submits({ customer: 'ACME', product: 'WRONG', quantity: '1' });
    expect(sonia.errors.product).toContain('This product can’t be sold yet: There’s no course NO-SUCH.');
    await fill(database.db, 'courses: [{ shortname: NO-SUCH, name: Now there is }]');
    await sonia.submits();
    expect(sonia.screen()).toContain('1 seat generated for Acme');
    await opens(sonia, 'WRONG');
    await sonia.clicks('Check again');
    expect(sonia.screen()).not.toContain('Error');
  });

  it('with an unknown Moodle role or id cannot be sold either', async () => {
    await fill(
      database.db,
      `products: [{ code: PUPIL, name: Pupil, role: pupil }, { code: NUMBER, name: Number, courses: ['345'] }]`,
    );
    await opens(sonia, 'PUPIL');
    const role = 'The trainee role pupil is unknown. The person who runs the app can add it to MOODLE_ROLES.';
    expect(sonia.screen()).toContain(`Error: ${role}`);
    await sonia.closes({ all: true });
    await opens(sonia, 'NUMBER');
    const number = 'No course has the short name 345. If that’s a Moodle ID, use the course’s short name instead';
    expect(sonia.screen()).toContain(`Error: ${number}`);
    await sonia.closes({ all: true });
    await sonia.runs('/seats generate', 'C0GENERAL01');
    await sonia.submits({ customer: 'ACME', product: 'PUPIL', quantity: '1' });
    expect(sonia.errors.product).toContain(role);
    await sonia.submits({ product: 'NUMBER' });
    expect(sonia.errors.product).toContain(number);
  });

  it('have the least-used button last on their card', async () => {
    await opens(ada, 'EXCEL-SEAT');
    expect(ada.screen()).toMatch(/\[Check again\][\s\S]*\[Archive\]/);
    expect(JSON.stringify(ada.modal)).not.toContain('danger');
    expect(ada.screen()).not.toContain('default)');
  });

  it('come in pages of twenty', async () => {
    const lines = Array.from({ length: 25 }, (_, number) => `{ code: MANY-${number + 10}, name: Many ${number + 10} }`);
    await fill(database.db, `products: [${lines.join(', ')}]`);
    await sonia.runs('/seats products many');
    expect(sonia.screen()).toContain('25 products');
    expect(sonia.screen()).toContain('Many 29');
    expect(sonia.screen()).not.toContain('Many 30');
    await sonia.clicks('Next page');
    expect(sonia.screen()).toContain('Many 34');
    expect(sonia.screen()).toContain('Page 2 of 2');
    await sonia.clicks('Open', { value: 'MANY-34' });
    await sonia.closes();
    await sonia.clicks('Previous page');
    expect(sonia.screen()).toContain('Many 10');
  });
});
