import type { Locator, Page } from 'playwright-core';

/** A person's actions on the page of the local workspace. */
export class Hands {
  constructor(readonly page: Page) {}

  async becomes(name: string): Promise<void> {
    await this.page.getByRole('link', { name: new RegExp(name) }).click();
  }

  async opensChannel(name: string): Promise<void> {
    await this.page.getByRole('link', { name: new RegExp(name) }).click();
  }

  async types(command: string): Promise<void> {
    await this.page.getByRole('textbox', { name: /message/i }).fill(command);
    await this.page.keyboard.press('Enter');
  }

  /** Chooses from a type-ahead list. */
  async chooses(form: Locator, label: string, typed: string, option: string): Promise<void> {
    await form.getByLabel(label, { exact: true }).fill(typed);
    await this.page
      .getByRole('option', { name: new RegExp(option) })
      .first()
      .click();
  }

  /** Waits for the dialog to close; earlier keystrokes would still reach it. */
  async leaves(dialog: Locator): Promise<void> {
    await this.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  }

  async sees(found: Locator): Promise<void> {
    await found.waitFor({ state: 'visible' });
    expect(await found.isVisible()).toBe(true);
  }
}
