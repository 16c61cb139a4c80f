import { readFileSync } from 'node:fs';
import type { Person } from '../../src/playground/person';
import { Workspace } from '../../src/playground/workspace';
import { seats } from '../support/command-line';
import { screenDatabases, type TestDatabase } from '../support/databases';
import { fill } from '../support/office';
import { sells } from '../support/people';
import { count } from '../support/tables';
import { at } from '../support/time';

const FRIDAY = at('2026-02-27T15:00:00Z');
const MONDAY = '2026-03-02T09:00:00+01:00';

// The bot is not running: the command line does everything itself.
describe.each(screenDatabases)('the command line, on $name', ({ open }) => {
  let database: TestDatabase;
  let workspace: Workspace;
  let claire: Person;

  beforeAll(async () => {
    database = await open();
    await fill(database.db);
    workspace = await Workspace.start({ port: 0 });
    claire = workspace.person('claire');
  });

  afterAll(async () => {
    await workspace?.stop();
    await database?.close();
  });

  const runs = (...words: string[]) => {
    const { botToken, signingSecret, apiUrl } = workspace.credentials;
    return seats(words, {
      DATABASE_URL: database.url,
      SLACK_BOT_TOKEN: botToken,
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_API_URL: apiUrl,
      SALES_USERS: 'U0SONIA0001',
    });
  };
  const reminders = () =>
    claire.messages('C0ACME00001').filter(({ text }) => /^\d+ places à attribuer pour Acme/.test(text));

  it('sends no reminder when no seat is unassigned', async () => {
    expect(await runs('remind', '--at', '2026-02-25T09:00:00+01:00')).toEqual({
      code: 0,
      said: '0 reminders due at 2026-02-25T08:00:00.000Z that had not been sent.',
    });
  });

  it.each(['2026-02-25T08:00Z', '2026-02-25t08:00:00.000z', '2026-02-25T09:00:00+0100', '2026-02-25T09:00+01'])(
    'takes %s for an instant',
    async (text) => {
      expect((await runs('remind', '--at', text)).said).toContain('due at 2026-02-25T08:00:00.000Z');
    },
  );

  it('sends the reminders of an instant once', async () => {
    await sells(database.db, { quantity: 3 }, FRIDAY);
    const first = await runs('remind', '--at', MONDAY);
    expect(first).toEqual({ code: 0, said: '1 reminder due at 2026-03-02T08:00:00.000Z that had not been sent.' });
    expect(reminders()).toHaveLength(1);
    expect((await runs('remind', '--at', MONDAY)).said).toMatch(/^0 reminders due/);
    expect((await runs('remind', '--at', '2026-03-02T11:30:00+01:00')).said).toMatch(/^0 reminders due/);
    expect(reminders()).toHaveLength(1);
  });

  it('handles a day without reminders, and an instant in the future', async () => {
    expect((await runs('remind', '--at', '2026-03-07T09:00:00+01:00')).said).toMatch(/^0 reminders due/);
    expect((await runs('remind', '--at', '2030-03-04T09:00:00+01:00')).said).toMatch(/^0 reminders due/);
    expect((await runs('remind', '--at', '2026-03-03T09:00:00+01:00')).said).toMatch(/^1 reminder due/);
    expect(reminders()).toHaveLength(2);
  });

  it('lists the reminders that Slack refused, with the reasons, and sends them on request', async () => {
    workspace.faults.next('chat.postMessage', { kind: 'error', error: 'is_archived' });
    const refused = await runs('remind', '--at', '2026-03-04T09:00:00+01:00');
    expect(refused.code).toBe(1);
    expect(refused.said).toContain('Slack refused 1 reminder: npm run seats -- outbox says why.');
    const shown = await runs('outbox');
    expect(shown.said).toMatch(/dead 1/);
    expect(shown.said).toMatch(/#\d+ dead · reminder 1\/2026-03-04 · to C0ACME00001 · given up · 1 try · is_archived/);
    const again = await runs('outbox', '--retry', 'all');
    expect(again.code).toBe(0);
    expect(again.said).toContain('1 message waits again.');
    expect(await count(database.db, 'outbox', { state: 'dead' })).toBe(0);
    await runs('remind', '--at', '2026-03-05T09:00:00+01:00');
    expect(reminders()).toHaveLength(4);
  });

  it.each([
    [['remind', '--at', 'soon'], 'Write an instant with its offset'],
    [['outbox', '--retry', 'everything'], '--retry takes “all” or numbers as shown'],
    [['outbox', '--retry', '999'], 'Nothing of that was given up.'],
  ])('explains the error in %j', async (words, complaint) => {
    const { code, said } = await runs(...words);
    expect(code).toBe(1);
    expect(said).toContain(complaint);
  });

  it.each([
    '2026-03-02T09:00:00',
    // Their ends look like offsets.
    '2026-03-02',
    '2026-03',
    '2026-061',
    '2026-W10-1',
    '2026-03-02+01:00',
    '2026-03-02T09',
    '2026-03-02T09+01',
    '09:00+01:00',
    '2026-03-02T09:00:00+25:00',
    '2026-03-02T09:00:00+01:75',
    '2026-02-30T09:00:00Z',
    '2026-03-02T25:00:00Z',
    '1999-12-31T09:00:00Z',
    '2100-01-02T09:00:00Z',
  ])('does not take %s for an instant with its offset', async (text) => {
    const { code, said } = await runs('remind', '--at', text);
    expect(code).toBe(1);
    expect(said).toContain('Write an instant with its offset');
  });

  it('is described in the README', () => {
    const readme = readFileSync('README.md', 'utf8');
    for (const command of ['migrate', 'import', 'export', 'remind', 'outbox', 'check']) {
      expect(readme).toContain(`npm run seats -- ${command}`);
    }
  });
});
