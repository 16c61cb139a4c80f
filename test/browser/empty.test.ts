import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, openBrowser, picture } from '../support/browser';
import { Hands } from '../support/hands';
import { type Program, startProgram } from '../support/program';

const COURSES =
  'shortname;name;open\r\nFIRST-AID;First aid;yes\r\nFIRE;Fire safety;yes\r\nWELD-1;Welding basics;no\r\n';

describeInBrowser('a business set up from nothing, in the browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'seats-empty-'));
  const file = join(folder, 'courses.csv');
  let program: Program;
  let browser: Browser;
  let page: Page;
  let hands: Hands;

  beforeAll(async () => {
    writeFileSync(file, COURSES);
    program = await start();
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(30_000);
    hands = new Hands(page);
    await page.goto(program.url);
    await hands.becomes('Ada Administrator');
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await program?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const dialog = (name: string) => page.getByRole('dialog', { name, exact: true });

  it('greets Ada with three steps, and a Home that lists the missing set-up', async () => {
    await hands.sees(page.getByText('Say what you sell'));
    await page.getByRole('link', { name: 'App Home' }).click();
    await hands.sees(page.getByText('Nothing can be sold yet.'));
  });

  it('explains to Ada how to fill the empty lists', async () => {
    await hands.opensChannel('general');
    await hands.types('/seats courses');
    await hands.sees(dialog('Courses').getByText('There are no courses yet.'));
    await hands.leaves(dialog('Courses'));
    await hands.types('/seats products');
    await hands.sees(dialog('Products').getByText('There are no products yet.'));
    await hands.leaves(dialog('Products'));
    await hands.types('/seats customers');
    await hands.sees(dialog('Customers').getByText('There are no customers yet.'));
    await hands.leaves(dialog('Customers'));
  });

  it('lets Ada import courses from a file, after a preview', async () => {
    await hands.types('/seats courses');
    await dialog('Courses').getByRole('button', { name: 'Import a file' }).click();
    const form = dialog('Import a file');
    await form.getByLabel('A CSV file').setInputFiles(file);
    await hands.sees(form.getByText('courses.csv'));
    await form.getByRole('button', { name: 'Check the file' }).click();
    await hands.sees(form.getByText('Row 2: FIRST-AID (First aid) is new.'));
    await form.getByRole('button', { name: 'Import', exact: true }).click();
    await hands.sees(form.getByText('Imported: 3 new'));
    await form.getByRole('button', { name: 'Courses' }).click();
    await hands.sees(dialog('Courses').getByText('3 courses · 1 hidden'));
    await closesAll();
  });

  it('lets Ada create a product restricted to two of the courses', async () => {
    await hands.types('/seats products');
    await dialog('Products').getByRole('button', { name: 'New product' }).click();
    const form = dialog('New product');
    await form.getByLabel('Code').fill('SAFETY');
    await form.getByLabel('Days to assign (optional)').fill('90');
    await form.getByLabel('Name').fill('Safety');
    await hands.chooses(form, 'Courses (optional)', 'first', 'FIRST-AID');
    await hands.chooses(form, 'Courses (optional)', 'fire', 'FIRE');
    await hands.sees(form.getByText('2 open courses match now: Fire safety, First aid'));
    await form.getByRole('button', { name: 'Save' }).click();
    await hands.sees(dialog('Product').getByText('Safety (SAFETY)', { exact: true }));
    await closesAll();
  });

  it('lets Sonia create a customer with an existing channel', async () => {
    await hands.becomes('Sonia Sales');
    await hands.types('/seats customers');
    await dialog('Customers').getByRole('button', { name: 'New customer' }).click();
    const form = dialog('New customer');
    await form.getByLabel('Name', { exact: true }).fill('Acme');
    await hands.chooses(form, 'Channel (optional)', 'acme', 'acme-training');
    await form.getByRole('button', { name: 'Save' }).click();
    await hands.sees(dialog('Customer').getByText('Code: ACME'));
  });

  it('lets Sonia add Claire as its coordinator, from the customer', async () => {
    await dialog('Customer').getByRole('button', { name: 'Coordinators' }).click();
    const list = dialog('Coordinators');
    await hands.sees(list.getByText('No one coordinates these seats yet.'));
    await list.getByRole('button', { name: 'Add' }).click();
    const form = dialog('Add a coordinator');
    await hands.chooses(form, 'Person', 'claire', 'Claire Coordinator');
    await form.getByRole('button', { name: 'Add', exact: true }).click();
    await hands.sees(list.getByText('Claire Coordinator is a coordinator now.'));
    await picture(page, '14-coordinators');
    await closesAll();
  });

  it('lets Sonia generate five seats', async () => {
    await hands.types('/seats generate');
    const form = dialog('Generate seats');
    await hands.chooses(form, 'Customer', 'ac', 'Acme');
    await hands.chooses(form, 'Product', 'saf', 'Safety');
    await form.getByLabel('Quantity').fill('5');
    await form.getByRole('button', { name: 'Generate' }).click();
    await hands.sees(dialog('Seats generated').getByText('5 seats generated for Acme (order B0000000001)'));
    await hands.leaves(dialog('Seats generated'));
  });

  it('lets Claire assign a seat to a new trainee, in her language, from the message in her channel', async () => {
    await hands.becomes('Claire Coordinator');
    await hands.opensChannel('acme-training');
    const told = page.getByRole('article').filter({ hasText: '5 new seats to assign for Acme' }).last();
    await told.getByRole('button', { name: 'Assign a seat' }).last().click();
    const form = dialog('Attribuer une place');
    await form.getByLabel('Prénom').fill('Alice');
    await form.getByLabel('Nom', { exact: true }).fill('Martin');
    await form.getByLabel('E-mail').fill('alice.martin@example.com');
    await hands.chooses(form, 'Cours', 'first', 'First aid');
    await form.getByRole('button', { name: 'Attribuer', exact: true }).click();
    const done = dialog('Place attribuée');
    await hands.sees(done.getByText(/Alice Martin a une place/));
    await hands.leaves(done);
  });

  it('shows the assignment on the board and on the Homes of Claire and Sonia', async () => {
    await hands.sees(page.getByText('4 of 5 seats left to assign for Acme').first());
    await hands.sees(page.getByText(/^4 unassigned seats/).first());
    await hands.sees(page.getByText('1 seat assigned this month'));
    await page.getByRole('link', { name: 'App Home' }).click();
    await hands.sees(page.getByText(/Alice Martin/));
    await hands.becomes('Sonia Sales');
    await hands.sees(page.getByText('This month: 1 order, 5 seats'));
    expect(await page.getByText('Nothing can be sold yet.').count()).toBe(0);
    await hands.sees(page.getByText('All three are done. Now look around.'));
  });

  it('leads from a Home to the channel of a person without a Home, without an error', async () => {
    await hands.becomes('Gus Globex');
    await hands.sees(page.getByRole('heading', { name: 'globex-training' }).first());
    expect(await page.getByText('it has no Home there').count()).toBe(0);
    await hands.becomes('Claire Coordinator');
    await hands.opensChannel('acme-training');
    await hands.sees(page.getByText('4 of 5 seats left to assign for Acme').first());
  });

  it('still has all data after a restart on the same database', async () => {
    const { port } = new URL(program.url);
    await program.stop();
    program = await start(port);
    await page.goto(program.url);
    await hands.becomes('Claire Coordinator');
    await hands.opensChannel('acme-training');
    await hands.sees(page.getByText('4 of 5 seats left to assign for Acme').first());
    await hands.sees(page.getByText('All three are done. Now look around.'));
  });

  async function closesAll(): Promise<void> {
    await page.getByRole('button', { name: 'Dismiss' }).last().click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  }

  function start(port = '0'): Promise<Program> {
    return startProgram({ PORT: port, DATABASE_URL: `sqlite:${join(folder, 'seats.sqlite')}` }, '--empty');
  }
});
