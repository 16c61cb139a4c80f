import { checkInstallation } from '../../../src/cli/check/check-installation';
import { readConfig } from '../../../src/config';
import { screenDatabases, type TestDatabase } from '../../support/databases';
import { type Office, openOffice } from '../../support/office';

describe.each(screenDatabases)('checking the installation, on $name', ({ open }) => {
  let database: TestDatabase;
  let office: Office;

  beforeAll(async () => {
    database = await open();
    office = await openOffice(database.db);
  });

  afterAll(async () => {
    await office?.close();
    await database?.close();
  });

  it('finds everything in order', async () => {
    const checks = await checkInstallation(config({ SALES_USERGROUP: 'S0SALES0001' }), database.db);
    expect(checks.map(({ ok }) => ok)).toEqual([true, true, true, true]);
    expect(checks.map(({ text }) => text).join('\n')).toContain('in Northwind Training');
  });

  it('says what to do when no one may sell and Slack refuses the token', async () => {
    const nobody = await checkInstallation(config({}), database.db);
    expect(nobody.at(-1)).toEqual({ ok: false, text: 'Sales: nobody; set SALES_USERS or SALES_USERGROUP' });
    const refused = await checkInstallation(config({ SLACK_BOT_TOKEN: 'xoxb-another' }), database.db);
    expect(refused.at(-1)?.text).toMatch(/^Slack: \w+; copy SLACK_BOT_TOKEN again/);
  });

  it('hides the password of the database', async () => {
    const url = 'postgres://me:secret@localhost/seats';
    const [first] = await checkInstallation({ ...readConfig({}), databaseUrl: url }, database.db);
    expect(first?.text).toBe('Database: postgres://localhost/seats can be written');
  });

  function config(settings: Record<string, string>) {
    const { botToken, signingSecret, apiUrl } = office.workspace.credentials;
    const slack = { SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL: apiUrl };
    return readConfig({ ...slack, ...settings });
  }
});
