import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { WebClient } from '@slack/web-api';
import type { Person } from '../../src/playground/person';
import { Workspace } from '../../src/playground/workspace';
import { startBot } from './bot';
import { quiet } from './quiet';

const plain = (text: string) => ({ type: 'plain_text' as const, text });

/** With the trainee `new`, the form has fields for a name and an address. */
function form(isNew = false): ModalView {
  const options = ['old', 'new'].map((value) => ({ text: plain(value), value }));
  const name = { type: 'plain_text_input' as const, action_id: 'first_name', initial_value: 'Ada' };
  const email = { type: 'email_text_input' as const, action_id: 'email' };
  return {
    type: 'modal',
    callback_id: 'assign',
    external_id: 'assign',
    notify_on_close: true,
    title: plain('Assign'),
    submit: plain('Assign'),
    blocks: [
      {
        type: 'input',
        block_id: 'trainee',
        dispatch_action: true,
        label: plain('Trainee'),
        element: { type: 'static_select', action_id: 'trainee', options },
      },
      ...(isNew
        ? [
            { type: 'input' as const, block_id: 'first_name', label: plain('First name'), element: name },
            { type: 'input' as const, block_id: 'email', label: plain('E-mail'), element: email },
          ]
        : []),
    ],
  };
}

describe('a view', () => {
  let workspace: Workspace;
  let sonia: Person;
  let client: WebClient;
  let trigger: string;
  const heard: Record<string, unknown>[] = [];

  beforeEach(async () => {
    heard.length = 0;
    workspace = await Workspace.start({ port: 0 });
    sonia = workspace.person('sonia');
    client = new WebClient(workspace.credentials.botToken, {
      slackApiUrl: workspace.credentials.apiUrl,
      logger: quiet,
    });
    await startBot(workspace, (app) => listens(app, heard));
    await sonia.runs('/seats assign');
    trigger = String(heard[0]?.trigger_id);
  });

  afterEach(() => workspace.stop());

  it('changes when a choice is dispatched, with initial values in new fields', async () => {
    await client.views.open({ trigger_id: trigger, view: form() });
    await sonia.chooses('trainee', 'new');
    expect(await sonia.finds('First name')).toBe(true);
    expect(heard[1]).toMatchObject({
      type: 'block_actions',
      actions: [{ type: 'static_select', action_id: 'trainee', selected_option: { value: 'new' } }],
      view: { state: { values: { trainee: { trainee: { selected_option: { value: 'new' } } } } } },
    });
    await sonia.submits({ email: 'not an address' });
    expect(sonia.errors).toEqual({ email: 'Please enter a valid email address.' });
    await sonia.submits({ email: 'ada@example.com' });
    expect(heard[2]).toMatchObject({
      view: {
        state: {
          values: {
            trainee: { trainee: { selected_option: { value: 'new' } } },
            first_name: { first_name: { type: 'plain_text_input', value: 'Ada' } },
            email: { email: { value: 'ada@example.com' } },
          },
        },
      },
    });
    const hasty = workspace.person('sonia', { patienceMs: 100 });
    await expect(hasty.submits({ nonsense: 'x' })).rejects.toThrow('sees no field nonsense');
  });

  it('cannot be updated with a stale hash or after it is closed', async () => {
    const { view } = await client.views.open({ trigger_id: trigger, view: form() });
    const view_id = view?.id ?? '';
    const hash = view?.hash ?? '';
    await client.views.update({ view_id, hash, view: form(true) });
    await expect(client.views.update({ view_id, hash, view: form() })).rejects.toThrow('hash_conflict');
    await sonia.closes();
    await expect(client.views.update({ view_id, view: form() })).rejects.toThrow('not_found');
    expect(heard.at(-1)).toMatchObject({ type: 'view_closed', is_cleared: false, view: { callback_id: 'assign' } });
  });

  it('frees its external id when it is closed', async () => {
    await client.views.open({ trigger_id: trigger, view: form() });
    await sonia.closes();
    await sonia.runs('/seats assign');
    await client.views.open({ trigger_id: String(heard.at(-1)?.trigger_id), view: form() });
    await client.views.update({ external_id: 'assign', view: form(true) });
    expect(sonia.sees('E-mail')).toBe(true);
  });

  it('is refused with a JSON pointer when it exceeds Slack’s limits', async () => {
    const view = { ...form(), title: plain('A title that is longer than Slack allows') };
    await expect(client.views.open({ trigger_id: trigger, view })).rejects.toMatchObject({
      data: {
        error: 'invalid_arguments',
        response_metadata: { messages: ['[ERROR] must be less than 25 characters [json-pointer:/view/title/text]'] },
      },
    });
  });

  it('does not open after three seconds', async () => {
    await sleep(3100);
    await expect(client.views.open({ trigger_id: trigger, view: form() })).rejects.toThrow('expired_trigger_id');
  });
});

function listens(app: App, heard: unknown[]): void {
  app.use(async ({ body, next }) => {
    heard.push(body);
    await next();
  });
  app.command('/seats', async ({ ack }) => ack());
  app.action('trainee', async ({ ack, body, client }) => {
    await ack();
    if (!('view' in body) || !body.view) return;
    const { id, hash } = body.view;
    await client.views.update({ view_id: id, hash, view: { ...form(true), external_id: '' } });
  });
  app.view('assign', async ({ ack }) => ack({ response_action: 'clear' }));
  app.view({ callback_id: 'assign', type: 'view_closed' }, async ({ ack }) => ack());
}
