import type { Moodle } from '../../src/moodle/client';
import { connectMoodle } from '../../src/moodle/connect';
import { MoodleSite } from '../../src/playground/moodle/moodle-site';
import { serveMoodle } from '../../src/playground/moodle/serve-moodle';

describe('accounts of unusual people', () => {
  let site: MoodleSite;
  let moodle: Moodle;
  let stop: () => Promise<void>;

  beforeEach(async () => {
    site = MoodleSite.create();
    const served = await serveMoodle(site);
    stop = served.stop;
    moodle = connectMoodle({ url: served.url, token: site.token });
  });
  afterEach(() => stop());

  it('are created with names cut to Moodle’s limit, without splitting a character', async () => {
    const account = { username: 'zoe', firstName: `${'é'.repeat(99)}😀😀`, lastName: `${'O'.repeat(99)} Neil` };
    const [id] = await moodle.createAccounts([{ ...account, email: 'zoe@example.com' }]);
    expect(site.accounts.find((one) => one.id === id)).toMatchObject({
      firstname: `${'é'.repeat(99)}😀`,
      lastname: 'O'.repeat(99),
    });
  });

  it('are created without what Moodle takes for a tag, for people whose names come from Slack', async () => {
    const account = { username: 'zoe', firstName: 'Zoé <3', lastName: '<b>Neil</b>', email: 'zoe@example.com' };
    const [id] = await moodle.createAccounts([account]);
    expect(site.accounts.find((one) => one.id === id)).toMatchObject({ firstname: 'Zoé 3', lastname: 'Neil' });
  });

  it('are never searched by an address that would match everyone', async () => {
    site.addAccount({ username: 'odd', firstname: 'Odd', lastname: 'One', email: '%@%.com' });
    expect(await moodle.accountsByEmail(['%@%.com'])).toMatchObject([{ email: '%@%.com' }]);
    site.calls.length = 0;
    expect(await moodle.accountsByEmailAnyCase('%@%.COM')).toEqual([]);
    expect(site.calls).toEqual([]);
    expect(await moodle.accountsByEmailAnyCase('SEATS@example.com')).toHaveLength(1);
  });
});
