import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, openBrowser, picture } from '../support/browser';
import { Hands } from '../support/hands';
import { type Program, startProgram } from '../support/program';

describeInBrowser('an administrator in the browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'seats-browser-'));
  let program: Program;
  let browser: Browser;
  let page: Page;
  let hands: Hands;

  beforeAll(async () => {
    program = await startProgram({ DATABASE_URL: `sqlite:${join(folder, 'seats.sqlite')}` });
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
    page.setDefaultTimeout(30_000);
    hands = new Hands(page);
    await page.goto(program.url);
    await hands.becomes('Ada');
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await program?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const dialog = (name: string) => page.getByRole('dialog', { name });

  it('creates a product and sees the matching courses update on each choice and keystroke', async () => {
    await hands.types('/seats products');
    await hands.sees(dialog('Products').getByText('5 products'));
    await dialog('Products').getByRole('button', { name: 'New product' }).click();
    const form = dialog('New product');
    await form.getByLabel('Code').fill('HEALTH');
    await form.getByLabel('Name').fill('Health and safety');
    await hands.chooses(form, 'Courses (optional)', 'first', 'FIRST-AID');
    await hands.sees(form.getByText('1 open course matches now: First aid'));
    await hands.chooses(form, 'Courses (optional)', 'gdpr', 'GDPR');
    await hands.sees(form.getByText('2 open courses match now: Data protection at work, First aid'));
    await form.getByLabel('Patterns (optional)').pressSequentially('fi%');
    await hands.sees(form.getByText('3 open courses match now: Data protection at work, Fire safety, First aid'));
    expect(await form.getByLabel('Patterns (optional)').inputValue()).toBe('fi%');
    await picture(page, '13-product');
    await form.getByRole('button', { name: 'Remove GDPR' }).click();
    await hands.sees(form.getByText('2 open courses match now: Fire safety, First aid'));
    await form.getByRole('button', { name: 'Save' }).click();
    await hands.sees(dialog('Product').getByText('Valid for: courses FIRST-AID, fi…'));
  });

  it('archives a product, after Slack asks for confirmation', async () => {
    await dialog('Product').getByRole('button', { name: 'Archive' }).click();
    await hands.sees(page.getByText('Archive Health and safety?'));
    await page.getByRole('button', { name: 'Archive' }).last().click();
    await hands.sees(dialog('Product').getByText('Archived: no longer sold', { exact: true }));
  });

  it('pastes parameters from the Moodle shop, and sees every error beside the field', async () => {
    await dialog('Product').getByRole('button', { name: 'Paste parameters' }).click();
    const paste = dialog('Paste parameters');
    await paste.getByLabel('Parameters').fill('packsize=ten&colour=red');
    await paste.getByRole('button', { name: 'Fill the form' }).click();
    await hands.sees(paste.getByRole('alert').getByText(/packsize: “ten” isn’t a whole number.*“colour” isn’t/s));
    await paste.getByLabel('Parameters').fill('courselist=EXCEL-%,FIRE&packsize=5&starttime=1798761600');
    await paste.getByRole('button', { name: 'Fill the form' }).click();
    const form = dialog('Edit product');
    expect(await form.getByLabel('Start date (optional)').inputValue()).toBe('2027-01-01');
    expect(await form.getByLabel('Patterns (optional)').inputValue()).toBe('EXCEL-%, FIRE');
    await form.getByRole('button', { name: 'Save' }).click();
    await dialog('Product').getByRole('button', { name: 'Copy parameters' }).click();
    expect(await dialog('Copy parameters').getByLabel('Parameters (optional)').inputValue()).toBe(
      'courselist=EXCEL-%,FIRE&packsize=5&starttime=1798761600',
    );
  });
});
