import { ErrorCode, type WebAPICallError, WebClient } from '@slack/web-api';
import { readManifest } from '../../src/playground/manifest';
import { Workspace } from '../../src/playground/workspace';
import { quiet } from './quiet';

const ACME = 'C0ACME00001';
const GENERAL = 'C0GENERAL01';

describe('the Web API', () => {
  let workspace: Workspace;
  let client: WebClient;

  beforeEach(async () => {
    workspace = await Workspace.start({ port: 0, hasLimits: false });
    client = clientOf(workspace);
  });

  afterEach(() => workspace.stop());

  it('shows a posted message to the channel’s members, under an id that never changes', async () => {
    const posted = await client.chat.postMessage({ channel: ACME, text: 'Twenty seats' });
    expect(posted.channel).toBe(ACME);
    expect(workspace.person('claire').messages(ACME)).toMatchObject([{ text: 'Twenty seats', user: 'U0SEATSBOT1' }]);
    expect(workspace.person('gus').sees('Twenty seats')).toBe(false);
  });

  it('updates and deletes a message', async () => {
    const { ts = '' } = await client.chat.postMessage({ channel: ACME, text: 'Twenty seats' });
    await client.chat.update({ channel: ACME, ts, text: 'Nineteen seats' });
    expect(workspace.person('claire').messages(ACME)).toMatchObject([{ ts, text: 'Nineteen seats', edited: true }]);
    await client.chat.delete({ channel: ACME, ts });
    expect(workspace.person('claire').messages(ACME)).toEqual([]);
  });

  it('keeps the blocks when an update has none', async () => {
    const blocks = [{ type: 'section' as const, text: { type: 'mrkdwn' as const, text: 'Press' } }];
    const { ts = '' } = await client.chat.postMessage({ channel: ACME, text: 'Old', blocks });
    await client.chat.update({ channel: ACME, ts, text: 'New' });
    expect(workspace.person('claire').messages(ACME)).toMatchObject([{ text: 'New', blocks }]);
    await client.chat.update({ channel: ACME, ts, text: 'Newer', blocks: [] });
    expect(workspace.person('claire').messages(ACME)).toMatchObject([{ text: 'Newer', blocks: [] }]);
  });

  it('opens a direct conversation with a person, even of another company', async () => {
    const { channel } = await client.chat.postMessage({ channel: 'U0GUS000001', text: 'Psst' });
    expect(channel).toBe('D0GUS000001');
    expect((await client.conversations.open({ users: 'U0GUS000001' })).channel?.id).toBe('D0GUS000001');
    expect(workspace.person('gus').sees('Psst')).toBe(true);
    expect(workspace.person('sonia').sees('Psst')).toBe(false);
  });

  it('shows an ephemeral message to its addressee only', async () => {
    await client.chat.postEphemeral({ channel: ACME, user: 'U0CLAIRE001', text: 'Only you' });
    expect(workspace.person('claire').messages(ACME)).toMatchObject([{ text: 'Only you', ephemeral: true }]);
    expect(workspace.person('noah').sees('Only you')).toBe(false);
  });

  it('answers invalid_blocks with the pointer', async () => {
    const text = { type: 'mrkdwn' as const, text: 'x'.repeat(3001) };
    const answer = await refusal(
      client.chat.postMessage({ channel: ACME, text: 'x', blocks: [{ type: 'divider' }, { type: 'section', text }] }),
    );
    expect(answer).toMatchObject({
      error: 'invalid_blocks',
      response_metadata: {
        messages: ['[ERROR] must be less than 3001 characters [json-pointer:/blocks/1/text/text]'],
      },
    });
    expect(workspace.person('sonia').sees('Slack refused chat.postMessage: invalid_blocks')).toBe(true);
  });

  it('warns about blocks without text', async () => {
    await client.apiCall('chat.postMessage', { channel: ACME, blocks: [{ type: 'divider' }] });
    expect(workspace.warnings).toEqual(['chat.postMessage: a message with blocks needs text too']);
  });

  it('returns metadata on request', async () => {
    const metadata = { event_type: 'reminder', event_payload: { key: 'ACME:2026-11-24' } };
    await client.chat.postMessage({ channel: ACME, text: 'Remember', metadata });
    const asked = await client.conversations.history({ channel: ACME, include_all_metadata: true });
    expect(asked.messages?.[0]?.metadata).toEqual(metadata);
    expect((await client.conversations.history({ channel: ACME })).messages?.[0]).not.toHaveProperty('metadata');
  });

  it('pages through history, newest first, within bounds', async () => {
    const sent: string[] = [];
    for (const text of ['1', '2', '3', '4'])
      sent.push((await client.chat.postMessage({ channel: ACME, text })).ts ?? '');
    const first = await client.conversations.history({ channel: ACME, limit: 3 });
    expect(first.messages?.map(({ text }) => text)).toEqual(['4', '3', '2']);
    const cursor = first.response_metadata?.next_cursor ?? '';
    expect((await client.conversations.history({ channel: ACME, cursor })).messages).toMatchObject([{ text: '1' }]);
    const since = await client.conversations.history({ channel: ACME, oldest: sent[2] ?? '' });
    expect(since.messages?.map(({ text }) => text)).toEqual(['4']);
  });

  it('returns the locale of its own members only, on request', async () => {
    const claire = await client.users.info({ user: 'U0CLAIRE001', include_locale: true });
    expect(claire.user).toMatchObject({ locale: 'fr-FR', tz: 'Europe/Paris', team_id: 'T000000001' });
    expect((await client.users.info({ user: 'U0CLAIRE001' })).user).not.toHaveProperty('locale');
    const gus = await client.users.info({ user: 'U0GUS000001', include_locale: true });
    expect(gus.user).toMatchObject({ team_id: 'T0GLOBEX001', is_stranger: false });
    expect(gus.user).not.toHaveProperty('locale');
  });

  it('knows the members of the sales group', async () => {
    const { users } = await client.usergroups.users.list({ usergroup: 'S0SALES0001' });
    expect(users).toEqual(['U0SONIA0001']);
  });

  it('refuses methods whose scope is not in the manifest', async () => {
    expect(await refusal(client.reactions.add({ channel: ACME, timestamp: '1.000001', name: 'eyes' }))).toMatchObject({
      error: 'missing_scope',
      needed: 'reactions:write',
    });
    const manifest = readManifest();
    manifest.oauth_config.scopes.bot = ['chat:write'];
    const poorer = await Workspace.start({ port: 0, manifest });
    const answer = await refusal(clientOf(poorer).usergroups.users.list({ usergroup: 'S0SALES0001' }));
    await poorer.stop();
    expect(answer).toMatchObject({ error: 'missing_scope', needed: 'usergroups:read', provided: 'chat:write' });
  });

  it('refuses unknown tokens, methods and channels', async () => {
    const stranger = new WebClient('xoxb-other', { slackApiUrl: workspace.credentials.apiUrl });
    expect(await refusal(stranger.auth.test())).toMatchObject({ error: 'invalid_auth' });
    expect(await refusal(client.apiCall('seats.sell'))).toMatchObject({ error: 'unknown_method' });
    expect(await refusal(client.chat.postMessage({ channel: 'C404', text: 'x' }))).toMatchObject({
      error: 'channel_not_found',
    });
  });

  it('returns the bot’s identity and scopes', async () => {
    const answer = await client.auth.test();
    expect(answer).toMatchObject({ user_id: 'U0SEATSBOT1', bot_id: 'B0SEATSBOT1', team_id: 'T000000001' });
    expect(answer.response_metadata?.scopes).toContain('chat:write');
  });

  it('refuses an unknown trigger', async () => {
    const view = { type: 'modal' as const, title: { type: 'plain_text' as const, text: 'x' }, blocks: [] };
    expect(await refusal(client.views.open({ trigger_id: '1.2.3', view }))).toMatchObject({
      error: 'invalid_trigger_id',
    });
  });

  it('records all calls', async () => {
    await client.chat.postMessage({ channel: GENERAL, text: 'Hello' });
    expect(workspace.calls).toMatchObject([{ method: 'chat.postMessage', body: { channel: GENERAL, text: 'Hello' } }]);
  });

  it('survives more calls than `emulate` allows one token', async () => {
    for (let round = 0; round < 51; round += 1) {
      await Promise.all(Array.from({ length: 100 }, () => client.auth.test()));
    }
    expect(workspace.calls).toHaveLength(5100);
  });
});

describe('a fault', () => {
  let workspace: Workspace;
  let client: WebClient;

  beforeEach(async () => {
    workspace = await Workspace.start({ port: 0 });
    client = clientOf(workspace);
  });

  afterEach(() => workspace.stop());

  it('limits the rate, with the time to wait', async () => {
    workspace.faults.next('chat.postMessage', { kind: 'rate_limited', retryAfter: 7 });
    await expect(client.chat.postMessage({ channel: ACME, text: 'x' })).rejects.toMatchObject({
      code: ErrorCode.RateLimitedError,
      retryAfter: 7,
    });
    await expect(client.chat.postMessage({ channel: ACME, text: 'x' })).resolves.toMatchObject({ ok: true });
  });

  it('loses the answer after the call is executed', async () => {
    workspace.faults.next('*', { kind: 'lost' });
    await expect(client.chat.postMessage({ channel: ACME, text: 'Once' })).rejects.toMatchObject({
      code: ErrorCode.RequestError,
    });
    expect(workspace.person('claire').messages(ACME)).toHaveLength(1);
  });

  it('answers with any status, error or delay', async () => {
    workspace.faults.next('auth.test', { kind: 'http', status: 500 });
    await expect(client.auth.test()).rejects.toMatchObject({ code: ErrorCode.HTTPError });
    workspace.faults.next('auth.test', { kind: 'error', error: 'account_inactive' }, { times: 2 });
    for (const _ of [1, 2]) expect(await refusal(client.auth.test())).toMatchObject({ error: 'account_inactive' });
    workspace.faults.next('auth.test', { kind: 'slow', ms: 120 });
    const before = Date.now();
    await client.auth.test();
    expect(Date.now() - before).toBeGreaterThanOrEqual(119);
  });
});

function clientOf({ credentials }: Workspace): WebClient {
  return new WebClient(credentials.botToken, {
    slackApiUrl: credentials.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: quiet,
  });
}

/** The error data of a refused call. */
async function refusal(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => undefined,
    (error: WebAPICallError & { data?: unknown }) => error.data,
  );
}
