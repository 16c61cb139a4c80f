import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, openBrowser } from '../support/browser';
import { Hands } from '../support/hands';
import { type Program, startProgram } from '../support/program';

describeInBrowser('customers, in the browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'seats-browser-'));
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
    await hands.becomes('Sonia Sales');
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await program?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const list = () => page.getByRole('dialog', { name: 'Customers' });
  const card = () => page.getByRole('dialog', { name: 'Customer', exact: true });

  it('are created with their own channel, which appears and gets a welcome message', async () => {
    await hands.types('/seats customers');
    await hands.sees(list().getByText('Globex (GLOBEX)'));
    await list().getByRole('button', { name: 'New customer' }).click();
    const form = page.getByRole('dialog', { name: 'New customer' });
    await form.getByLabel('Name', { exact: true }).fill('Initech');
    await form.getByLabel('Or create a channel').fill('initech-training');
    await form.getByRole('button', { name: 'Save' }).click();
    await hands.sees(card().getByText('Saved. The channel is being created.'));
    await hands.leaves(card());
    await hands.sees(list().getByText('Initech (INITECH)'));
    await hands.leaves(list());
    await hands.opensChannel('initech-training');
    await hands.sees(page.getByText('Welcome, Initech').last());
  });

  it('can be given an existing channel', async () => {
    await hands.types('/seats customers initech');
    await list().getByRole('button', { name: 'Open' }).click();
    await hands.sees(card().getByText('Code: INITECH'));
    await card().getByRole('button', { name: 'Edit' }).click();
    const form = page.getByRole('dialog', { name: 'Edit a customer' });
    await hands.chooses(form, 'Channel (optional)', 'gen', 'general');
    await form.getByRole('button', { name: 'Save' }).click();
    await hands.sees(card().getByText('#general').last());
    await hands.leaves(card());
    await hands.leaves(list());
  });

  it('are archived after a confirmation, and restored', async () => {
    await hands.types('/seats customers initech');
    await list().getByRole('button', { name: 'Open' }).click();
    await card().getByRole('button', { name: 'Archive' }).click();
    const question = page.getByRole('alertdialog').or(page.getByRole('dialog', { name: 'Archive Initech?' }));
    await hands.sees(question.getByText('Nothing is deleted.'));
    await question.getByRole('button', { name: 'Archive' }).click();
    await hands.sees(card().getByText('Everything is kept.'));
    await card().getByRole('button', { name: 'Restore' }).click();
    await hands.sees(card().getByText('Restored. Everything works as before.'));
  });
});
