import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, openBrowser, picture } from '../support/browser';
import { Hands } from '../support/hands';
import { type Program, startProgram } from '../support/program';

describeInBrowser('in the browser, from a fresh machine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'seats-browser-'));
  let program: Program;
  let browser: Browser;
  let page: Page;
  let hands: Hands;

  beforeAll(async () => {
    program = await start();
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(30_000);
    hands = new Hands(page);
    await page.goto(program.url);
  });

  afterAll(async () => {
    await browser?.close();
    await program?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('greets a newcomer with three steps to try', async () => {
    await hands.sees(page.getByText('Sell seats to Globex'));
    await hands.sees(page.getByText('As Gus, from Globex'));
    await picture(page, '1-welcome');
  });

  it('lets sales generate twenty seats with a slash command', async () => {
    await hands.types('/seats generate');
    const form = page.getByRole('dialog', { name: 'Generate seats' });
    await hands.chooses(form, 'Customer', 'glo', 'Globex');
    await hands.chooses(form, 'Product', 'excel', 'Excel');
    await hands.sees(form.getByText('1 seat per unit · courses EXCEL-…').last());
    await form.getByLabel('Quantity').fill('20');
    await picture(page, '2-generate');
    await form.getByRole('button', { name: 'Generate' }).click();
    const done = page.getByRole('dialog', { name: 'Seats generated' });
    await hands.sees(done.getByText('20 seats generated for Globex (order B0000000001)'));
    await picture(page, '3-generated');
    await page.keyboard.press('Escape');
    await done.waitFor({ state: 'hidden' });
  });

  it('announces them in the customer’s channel', async () => {
    await page.getByRole('link', { name: /globex-training/ }).click();
    await hands.sees(page.getByText('20 new seats to assign for Globex').first());
  });

  it('lets another company’s coordinator assign one to a new trainee', async () => {
    await hands.becomes('Gus Globex');
    await picture(page, '4-channel');
    await page.getByRole('button', { name: 'Assign a seat' }).last().click();
    const form = page.getByRole('dialog', { name: 'Assign a seat' });
    await form.getByLabel('First name').fill('Alice');
    await form.getByLabel('Last name').fill('Martin');
    await form.getByLabel('Email').fill('alice.martin@example.com');
    await hands.chooses(form, 'Course', 'basics', 'Excel basics');
    await picture(page, '5-assign');
    await form.getByRole('button', { name: 'Assign', exact: true }).click();
    const done = page.getByRole('dialog', { name: 'Seat assigned' });
    await hands.sees(done.getByText(/Alice Martin has a seat in Excel basics/));
    await hands.sees(done.getByText(/S-[0-9A-Z]{6}/));
    await hands.sees(done.getByText('Enrolled in Moodle.'));
    await picture(page, '6-assigned');
    await page.keyboard.press('Escape');
    await hands.sees(page.getByText('19 of 20 seats left to assign for Globex').first());
  });

  it('lists the nineteen seats left', async () => {
    await page.getByRole('button', { name: 'See seats' }).last().click();
    const list = page.getByRole('dialog', { name: 'Unassigned seats' });
    await hands.sees(list.getByText('19 unassigned seats for Globex'));
    await picture(page, '7-list');
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'hidden' });
  });

  it('refuses the same trainee in the same course, beside the field', async () => {
    await page.getByRole('button', { name: 'Assign a seat' }).last().click();
    const form = page.getByRole('dialog', { name: 'Assign a seat' });
    await hands.chooses(form, 'Trainee', 'alice', 'Alice Martin');
    await hands.chooses(form, 'Course', 'basics', 'Excel basics');
    await form.getByRole('button', { name: 'Assign', exact: true }).click();
    await hands.sees(form.getByRole('alert').getByText('Alice Martin is already in Excel basics. No seat was used.'));
    await picture(page, '8-refused');
    await page.keyboard.press('Escape');
  });

  it('enrols her in Moodle, and does not release her seat once she has opened the course', async () => {
    await page.getByRole('button', { name: 'Behind the scenes' }).click();
    const opens = page.getByRole('button', { name: 'Opens the course' });
    await opens.scrollIntoViewIfNeeded();
    await picture(page, '15-moodle');
    await opens.click();
    await page.getByRole('button', { name: 'Close this panel' }).click();
    await page.getByRole('button', { name: 'See seats' }).last().click();
    await page.getByRole('button', { name: 'See references' }).click();
    await page.getByRole('dialog', { name: 'Seats in an order' }).getByRole('button', { name: 'Open' }).click();
    const card = page.getByRole('dialog', { name: 'Seat assigned' });
    await hands.sees(card.getByText(/^Enrolled in Moodle. The trainee opened the course on/));
    expect(await card.getByRole('button', { name: 'Release' }).count()).toBe(0);
    await picture(page, '16-started');
    await page.getByRole('button', { name: 'Dismiss' }).last().click();
    await card.waitFor({ state: 'hidden' });
  });

  it('still has all data after a restart', async () => {
    const { port } = new URL(program.url);
    await program.stop();
    program = await start(port);
    await page.goto(program.url);
    await hands.becomes('Gus Globex');
    await page.getByRole('link', { name: /globex-training/ }).click();
    await hands.sees(page.getByText('19 of 20 seats left to assign for Globex').first());
    await page.getByRole('button', { name: 'See seats' }).last().click();
    await hands.sees(page.getByText('19 unassigned seats for Globex'));
    await page.keyboard.press('Escape');
  });

  it('fits a narrow window', async () => {
    await page.setViewportSize({ width: 400, height: 800 });
    await hands.sees(page.getByText('19 of 20 seats left to assign for Globex').first());
    const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect(overflow).toBe(0);
    await picture(page, '9-narrow');
  });

  function start(port = '0'): Promise<Program> {
    return startProgram({ PORT: port, DATABASE_URL: `sqlite:${join(folder, 'seats.sqlite')}` });
  }
});
