import type { App } from '@slack/bolt';
import type { FileInput, ModalView } from '@slack/types';
import { WebClient } from '@slack/web-api';
import { readManifest } from '../../src/playground/manifest';
import type { Person } from '../../src/playground/person';
import { Workspace } from '../../src/playground/workspace';
import { startBot } from './bot';
import { quiet } from './quiet';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const form = (element: Partial<FileInput> = {}): ModalView => ({
  type: 'modal',
  callback_id: 'files',
  title: plain('Files'),
  submit: plain('Send'),
  blocks: [
    {
      type: 'input',
      block_id: 'file',
      label: plain('A file'),
      element: { type: 'file_input', action_id: 'file', filetypes: ['csv'], max_files: 1, ...element },
    },
  ],
});

interface SentFile {
  id: string;
  url_private: string;
  user: string;
}

describe('files', () => {
  let workspace: Workspace;
  let sonia: Person;
  let client: WebClient;
  const heard: SentFile[][] = [];

  beforeEach(async () => {
    heard.length = 0;
    workspace = await Workspace.start({ port: 0 });
    await startBot(workspace, (app) => listens(app, heard));
    sonia = workspace.person('sonia');
    client = clientOf(workspace);
  });

  afterEach(() => workspace?.stop());

  it('reach the bot from a form, and the bot downloads them with its token', async () => {
    await sonia.runs('/seats files');
    await sonia.uploads('file', { name: 'courses.csv', content: 'shortname,name' });
    expect(sonia.screen()).toContain('[file courses.csv]');
    await sonia.submits();
    const [[file] = []] = heard;
    const { file: known } = await client.files.info({ file: file?.id ?? '' });
    expect(known).toMatchObject({ name: 'courses.csv', user: sonia.is.userId, size: 14, filetype: 'csv' });
    const fetched = await fetchWith(workspace.credentials.botToken, known?.url_private ?? '');
    expect(await fetched.text()).toBe('shortname,name');
    const refused = await fetchWith('xoxb-of-somebody-else', known?.url_private ?? '');
    expect({ status: refused.status, text: await refused.text() }).toEqual({ status: 302, text: '' });
  });

  it('must be present and of the right type when the form requires them', async () => {
    await sonia.runs('/seats files');
    await sonia.submits();
    expect(sonia.errors).toEqual({ file: 'Please complete this required field.' });
    await sonia.uploads('file', { name: 'courses.xlsx', content: 'PK' });
    await sonia.submits();
    expect(sonia.errors).toEqual({ file: 'Please choose a file of type csv.' });
    expect(heard).toEqual([]);
  });

  it.each([
    [{ max_files: 11 }, 'max_files'],
    [{ filetypes: [] }, 'filetypes'],
    [{ placeholder: plain('none') }, 'placeholder'],
  ])('are refused in a form with %j', async (element, complaint) => {
    const view = form(element as Partial<FileInput>);
    const refused = await client.views.open({ trigger_id: 'any', view }).catch((error) => JSON.stringify(error.data));
    expect(refused).toContain('invalid_arguments');
    expect(refused).toContain(complaint);
  });

  it('come from the bot into a conversation, where its members can open them', async () => {
    const content = '\uFEFFshortname,name\r\nÉTÉ,Été\r\n';
    const { channel } = await client.conversations.open({ users: sonia.is.userId });
    await client.filesUploadV2({
      channel_id: channel?.id ?? '',
      file: Buffer.from(content),
      filename: 'courses.csv',
      initial_comment: 'Here they are',
    });
    expect(sonia.screen()).toContain('Seats: Here they are [file courses.csv]');
    expect(Buffer.from(sonia.downloads('courses.csv')).toString()).toBe(content);
    expect(() => workspace.person('noah').downloads('courses.csv')).toThrow('sees no file');
    const { messages } = await client.conversations.history({ channel: channel?.id ?? '' });
    expect(messages?.[0]).toMatchObject({ text: 'Here they are', files: [{ name: 'courses.csv' }] });
  });

  it('cannot be read or written without the scopes', async () => {
    const manifest = readManifest();
    manifest.oauth_config.scopes.bot = ['chat:write', 'im:write'];
    const poor = await Workspace.start({ port: 0, manifest });
    const their = clientOf(poor);
    const reason = (call: Promise<unknown>) => call.catch((error) => error.data);
    expect(await reason(their.files.info({ file: 'F1' }))).toMatchObject({
      error: 'missing_scope',
      needed: 'files:read',
    });
    expect(await reason(their.files.getUploadURLExternal({ filename: 'a.csv', length: 1 }))).toMatchObject({
      error: 'missing_scope',
      needed: 'files:write',
    });
    await poor.stop();
  });

  it('are unknown when never uploaded', async () => {
    const error = await client.files.info({ file: 'F0NOBODY' }).catch((reason) => reason.data.error);
    expect(error).toBe('file_not_found');
    expect((await fetch(`${workspace.url}/upload/F0NOBODY`, { method: 'POST', body: 'x' })).status).toBe(404);
  });

  it('go through the page: uploaded in a form, downloaded from a conversation', async () => {
    const address = `${workspace.url}/workspace/upload?as=sonia&name=courses.csv`;
    const headers = { 'content-type': 'application/octet-stream' };
    const up = await fetch(address, { method: 'POST', headers, body: 'shortname,name' });
    expect(await up.json()).toMatchObject({ name: 'courses.csv', size: 14, user: sonia.is.userId });
    expect((await fetch(address, { method: 'POST', body: 'from another site' })).status).toBe(415);
    const { channel } = await client.conversations.open({ users: sonia.is.userId });
    await client.filesUploadV2({ channel_id: channel?.id ?? '', file: Buffer.from('x,y'), filename: 'x.csv' });
    const id = sonia.messages(sonia.is.directId).at(-1)?.files?.[0]?.id;
    const down = (as: string) => fetch(`${workspace.url}/workspace/file?as=${as}&id=${id}`);
    expect(await (await down('sonia')).text()).toBe('x,y');
    expect((await down('noah')).status).toBe(404);
  });
});

function listens(app: App, heard: SentFile[][]): void {
  app.command('/seats', async ({ command, ack, client }) => {
    await client.views.open({ trigger_id: command.trigger_id, view: form() });
    await ack();
  });
  app.view('files', async ({ view, ack }) => {
    heard.push((view.state.values.file?.file?.files ?? []) as unknown as SentFile[]);
    await ack();
  });
}

function clientOf({ credentials }: Workspace): WebClient {
  return new WebClient(credentials.botToken, {
    slackApiUrl: credentials.apiUrl,
    logger: quiet,
    retryConfig: { retries: 0 },
  });
}

function fetchWith(token: string, address: string): Promise<Response> {
  return fetch(address, { headers: { authorization: `Bearer ${token}` }, redirect: 'manual' });
}
