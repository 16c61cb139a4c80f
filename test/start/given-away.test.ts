import { openDatabase } from '../../src/database/open-database';
import { Workspace } from '../../src/playground/workspace';
import { adoptDatabase } from '../../src/start/adopt-database';
import { MORNING } from '../support/people';
import { type Program, startBot } from '../support/program';
import { newFolder } from '../support/run-folder';
import { eventually } from '../support/time';

const ZENITH = { value: 'T0ZENITH001', name: 'Zenith' };
const SAID = /The database was given to others/g;

describe.each(['http', 'socket'] as const)('a running bot whose database is given to others, over %s', (transport) => {
  let workspace: Workspace;
  let bot: Program;
  let url: string;
  let said = '';

  beforeEach(async () => {
    url = `sqlite:${newFolder('given-away-')}/seats.sqlite`;
    workspace = await Workspace.start({ port: 0, transport });
    const { appToken } = workspace.credentials;
    bot = await startBot(workspace, {
      DATABASE_URL: url,
      ...(transport === 'socket' && { SLACK_APP_TOKEN: appToken }),
    });
    bot.process.stdout?.on('data', (chunk) => {
      said += String(chunk);
    });
    if (transport === 'http') workspace.deliverTo(`${bot.url}/slack/events`);
  });

  afterEach(async () => {
    bot?.process.kill('SIGKILL');
    await workspace?.stop();
  });

  it('says so, and neither answers nor sends anything with the former token', async () => {
    const sonia = workspace.person('sonia');
    await eventually('she is answered', async () => (await sonia.runs('/seats help')).ok);
    await givenTo(ZENITH);
    await eventually('it notices', async () => (await ready()).owner === 'changed');
    expect(await ready()).toMatchObject({ ready: false, database: 'ok', owner: 'changed' });
    await eventually('it says so', () => said.match(SAID)?.length === 1);
    const posted = () => workspace.calls.filter(({ method }) => /^(chat|views)\./.test(method)).length;
    const before = posted();
    expect(await sonia.runs('/seats help')).not.toEqual({ ok: true });
    // Others look after it now: back at once, it stays theirs until a start compares.
    await givenTo({ value: 'T000000001', name: null });
    expect((await ready()).ready).toBe(false);
    expect(posted()).toBe(before);
    expect(said.match(SAID)).toHaveLength(1);
    await bot.stop();
    expect(bot.process.exitCode).toBe(0);
  });

  async function givenTo(slack: { value: string; name: string | null }): Promise<void> {
    const db = openDatabase(url);
    await adoptDatabase(db, { slack, moodle: undefined }, MORNING, {});
    await db.destroy();
  }

  async function ready(): Promise<Record<string, unknown>> {
    return (await (await fetch(`${bot.url}/readyz`)).json()) as Record<string, unknown>;
  }
});
