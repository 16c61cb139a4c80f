import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, openBrowser } from '../support/browser';
import { Hands } from '../support/hands';
import { type Program, startProgram } from '../support/program';

describeInBrowser('files in the browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'seats-files-'));
  let program: Program;
  let browser: Browser;
  let page: Page;
  let hands: Hands;

  beforeAll(async () => {
    program = await startProgram({ DATABASE_URL: `sqlite:${join(folder, 'seats.sqlite')}` });
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(30_000);
    hands = new Hands(page);
    await page.goto(program.url);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await program?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('import courses, after a preview of the changes', async () => {
    const file = join(folder, 'courses.csv');
    writeFileSync(file, 'shortname;name;open\r\nNEW-1;Brand new;oui\r\nEXCEL-1;Excel basics;non\r\n');
    await hands.becomes('Ada Administrator');
    await hands.types('/seats courses');
    await page.getByRole('button', { name: 'Import a file' }).click();
    const form = page.getByRole('dialog', { name: 'Import a file' });
    await form.getByLabel('A CSV file').setInputFiles(file);
    await hands.sees(form.getByText('courses.csv'));
    await form.getByRole('button', { name: 'Check the file' }).click();
    await hands.sees(form.getByText('Row 2: NEW-1 (Brand new) is new.'));
    await form.getByRole('button', { name: 'Import', exact: true }).click();
    await hands.sees(form.getByText('Imported: 1 new · 1 changed'));
    await form.getByRole('button', { name: 'Courses' }).click();
    await hands.sees(page.getByText('EXCEL-1 · hidden'));
    await hands.leaves(page.getByRole('dialog'));
  });

  it('are exported for download', async () => {
    await hands.types('/seats export');
    await page.getByRole('button', { name: 'Send me the file' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: /^Seats/ }).click();
    const arrived = page.getByRole('link', { name: /^courses-.*\.csv$/ });
    await hands.sees(arrived);
    const [download] = await Promise.all([page.waitForEvent('download'), arrived.click()]);
    expect(readFileSync(await download.path(), 'utf8')).toContain('NEW-1,Brand new,yes\r\n');
  });
});
