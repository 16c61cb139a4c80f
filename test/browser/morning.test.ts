import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, openBrowser, picture } from '../support/browser';
import { Hands } from '../support/hands';
import { type Program, startProgram } from '../support/program';

describeInBrowser('the next morning, in the browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'seats-morning-'));
  let program: Program;
  let browser: Browser;
  let page: Page;
  let hands: Hands;

  beforeAll(async () => {
    program = await startProgram({ DATABASE_URL: `sqlite:${join(folder, 'seats.sqlite')}` });
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(30_000);
    hands = new Hands(page);
    await page.goto(program.url);
    await hands.types('/seats generate');
    const form = page.getByRole('dialog', { name: 'Generate seats' });
    await hands.chooses(form, 'Customer', 'glo', 'Globex');
    await hands.chooses(form, 'Product', 'excel', 'Excel');
    await form.getByLabel('Quantity').fill('20');
    await form.getByRole('button', { name: 'Generate' }).click();
    await page.getByText('20 seats generated for Globex').waitFor();
    await page.keyboard.press('Escape');
    await hands.becomes('Gus Globex');
    await hands.opensChannel('globex-training');
    await page.getByText('Globex’s training seats').waitFor();
  });

  afterAll(async () => {
    await browser?.close();
    await program?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('reminds when the clock moves to nine o’clock on a working day', async () => {
    await page.getByRole('button', { name: 'Behind the scenes' }).click();
    await hands.sees(page.getByText('Everything is sent.'));
    await moveToWorkingDay();
    await hands.sees(page.getByText('20 unassigned seats for Globex').first());
    await picture(page, '10-behind-the-scenes');
    await page.getByRole('button', { name: 'Close this panel' }).click();
    await picture(page, '11-reminder');
  });

  it('assigns from the reminder and updates the board', async () => {
    await page.getByRole('button', { name: 'Assign a seat' }).last().click();
    const form = page.getByRole('dialog', { name: 'Assign a seat' });
    await form.getByLabel('First name').fill('Alice');
    await form.getByLabel('Last name').fill('Martin');
    await form.getByLabel('Email').fill('alice.martin@example.com');
    await hands.chooses(form, 'Course', 'basics', 'Excel basics');
    await form.getByRole('button', { name: 'Assign', exact: true }).click();
    await hands.sees(page.getByText(/Alice Martin has a seat in Excel basics/));
    await page.keyboard.press('Escape');
    await hands.sees(page.getByText(/^19 unassigned seats\s+Excel: 19, all to assign by/).first());
    await hands.sees(page.getByText('1 seat assigned this month'));
  });

  it('lets Gus choose another reminder time', async () => {
    await page.getByRole('button', { name: 'Settings' }).last().click();
    const form = page.getByRole('dialog', { name: 'Reminders' });
    await form.getByLabel('At', { exact: true }).fill('07:30');
    await picture(page, '12-settings');
    await form.getByRole('button', { name: 'Save' }).click();
    await hands.sees(page.getByText('Monday to Friday at 07:30 (America/New_York)'));
    await page.keyboard.press('Escape');
    await hands.sees(page.getByText(/Changed by/));
  });

  it('queues messages while Slack is down, and sends them afterwards', async () => {
    await page.getByRole('button', { name: 'Behind the scenes' }).click();
    const down = page.getByRole('switch', { name: 'Slack is down' });
    await down.click();
    await moveToWorkingDay();
    await hands.sees(page.getByRole('cell', { name: /^reminder to #globex-training/ }));
    await down.click();
    await hands.sees(page.getByText('Everything is sent.'));
    await hands.sees(page.getByText('19 unassigned seats for Globex').first());
  });

  /** Skips the weekend, if there is one. */
  async function moveToWorkingDay(): Promise<void> {
    const tomorrow = page.getByRole('button', { name: 'Tomorrow 09:00' });
    const shown = page.locator('time.clock span');
    for (let date = await shown.textContent(), isDone = false; !isDone; ) {
      await tomorrow.click();
      await hands.sees(shown.filter({ hasNotText: date?.split(',')[0] ?? '' }));
      date = await shown.textContent();
      isDone = !/Saturday|Sunday/.test(date ?? '');
    }
  }
});
