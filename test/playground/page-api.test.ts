import { request } from 'node:http';
import { WebClient } from '@slack/web-api';
import { Workspace } from '../../src/playground/workspace';
import { startBot } from './bot';

describe('the endpoints of the page', () => {
  let workspace: Workspace;

  beforeEach(async () => {
    workspace = await Workspace.start({ port: 0 });
    await startBot(workspace, (app) => {
      app.command('/seats', async ({ ack }) => ack('At your service'));
    });
  });

  afterEach(() => workspace.stop());

  const get = async (path: string) => (await fetch(workspace.url + path)).json();
  const act = (body: unknown, type = 'application/json') =>
    fetch(`${workspace.url}/workspace/act`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  it('return the people, and the screen of one of them', async () => {
    expect(await get('/workspace/people')).toMatchObject([
      { key: 'ada' },
      { key: 'sonia' },
      { key: 'claire' },
      { key: 'gus', foreign: true },
      { key: 'noah' },
    ]);
    expect(await get('/workspace/state?as=gus')).toMatchObject({
      person: { teamName: 'Globex' },
      channels: [
        { name: 'globex-training', kind: 'channel', shared: true },
        { name: 'Seats', kind: 'direct' },
      ],
      modals: [],
      commands: [],
      failures: [],
    });
    expect(await get('/workspace/state?as=sonia')).toMatchObject({ commands: [{ command: '/seats' }] });
  });

  it('act on behalf of a person', async () => {
    const asked = { as: 'sonia', verb: 'run', channel: 'C0GENERAL01', text: '/seats' };
    expect(await (await act(asked)).json()).toEqual({ ok: true });
    expect(workspace.person('sonia').sees('At your service')).toBe(true);
    const foreign = await act({ ...asked, as: 'gus', channel: 'C0GLOBEX001' });
    expect(await foreign.json()).toMatchObject({ ok: false, error: expect.stringContaining('not installed') });
  });

  it.each([
    ['a body that is not JSON', 'nonsense', 400],
    ['an unknown verb', { as: 'sonia', verb: 'fly' }, 400],
    ['an unknown person', { as: 'nobody', verb: 'openHome' }, 400],
    ['a missing field', { as: 'sonia', verb: 'press', where: 'message' }, 400],
    ['a malformed state', { as: 'sonia', verb: 'submit', viewId: 'V1', state: { a: 'b' } }, 400],
    ['an empty body', 'null', 400],
  ])('refuse %s', async (_, body, status) => {
    const response = await act(body);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ ok: false, error: expect.any(String) });
  });

  it('refuse requests from other sites’ pages', async () => {
    expect((await act({ as: 'sonia', verb: 'openHome' }, 'text/plain')).status).toBe(415);
    const { hostname, port } = new URL(workspace.url);
    const status = await new Promise((resolve, reject) => {
      const headers = { host: 'evil.example' };
      request({ hostname, port, path: '/workspace/people', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(403);
  });

  it('report every change, including a message that the bot deletes', async () => {
    const { body } = await fetch(`${workspace.url}/workspace/events?as=sonia`);
    const reader = body?.getReader();
    const read = async () => new TextDecoder().decode((await reader?.read())?.value);
    expect(await read()).toBe('data: changed\n\n');
    const client = new WebClient(workspace.credentials.botToken, { slackApiUrl: workspace.credentials.apiUrl });
    const { ts = '' } = await client.chat.postMessage({ channel: 'C0GENERAL01', text: 'News' });
    expect(await read()).toBe('data: changed\n\n');
    expect(JSON.stringify(await get('/workspace/state?as=sonia'))).toContain('News');
    await client.chat.delete({ channel: 'C0GENERAL01', ts });
    expect(await read()).toContain('data: changed\n\n');
    expect(JSON.stringify(await get('/workspace/state?as=sonia'))).not.toContain('News');
    await reader?.cancel();
  });
});
