import type { App } from '@slack/bolt';
import type { InputBlock, ModalView } from '@slack/types';
import { WebClient } from '@slack/web-api';
import type { Person } from '../../src/playground/person';
import { Workspace } from '../../src/playground/workspace';
import { startBot } from './bot';

const ACME = 'C0ACME00001';
const plain = (text: string) => ({ type: 'plain_text' as const, text });
const option = (value: string) => ({ text: plain(`Option ${value}`), value });
const days = ['1', '2', '3', '4', '5', '6', '7'].map(option);
const paces = ['daily', 'weekly', 'never'].map(option);
const field = (id: string, element: InputBlock['element'], rest: Partial<InputBlock> = {}): InputBlock => ({
  type: 'input',
  block_id: id,
  label: plain(`Field ${id}`),
  element: { ...element, action_id: id },
  ...rest,
});

const settings: ModalView = {
  type: 'modal',
  callback_id: 'settings',
  title: plain('Settings'),
  submit: plain('Save'),
  blocks: [
    field(
      'pace',
      { type: 'radio_buttons', options: paces, initial_option: option('daily') },
      { dispatch_action: true },
    ),
    field('days', { type: 'checkboxes', options: days, initial_options: days.slice(0, 5) }, { optional: true }),
    field('hour', { type: 'static_select', options: ['8', '9'].map(option) }, { dispatch_action: true }),
    field('customer', { type: 'external_select', min_query_length: 0 }),
    field('from', { type: 'datepicker', initial_date: '2026-12-01' }),
    field('before', { type: 'number_input', is_decimal_allowed: false, min_value: '1', max_value: '30' }),
    field('note', { type: 'plain_text_input', multiline: true, max_length: 20 }, { optional: true }),
    field(
      'courses',
      { type: 'multi_external_select', min_query_length: 0, initial_options: [option('EXCEL')] },
      { optional: true, dispatch_action: true },
    ),
    field(
      'patterns',
      { type: 'plain_text_input', dispatch_action_config: { trigger_actions_on: ['on_character_entered'] } },
      { optional: true, dispatch_action: true },
    ),
  ],
};

const complete = { hour: '9', customer: 'ACME', before: '7' };

describe('a form', () => {
  let workspace: Workspace;
  let sonia: Person;
  const heard: Record<string, unknown>[] = [];

  beforeEach(async () => {
    heard.length = 0;
    workspace = await Workspace.start({ port: 0 });
    await startBot(workspace, (app) => listens(app, heard));
    sonia = workspace.person('sonia');
    await sonia.runs('/seats settings');
    await sonia.finds('# Settings');
    heard.length = 0;
  });

  afterEach(() => workspace.stop());

  const submitted = () => heard.find(({ type }) => type === 'view_submission');
  const dispatched = () => heard.filter(({ type }) => type === 'block_actions');

  it('submits initial values for unchanged fields', async () => {
    await sonia.submits(complete);
    expect(submitted()).toMatchObject({
      view: {
        state: {
          values: {
            pace: { pace: { type: 'radio_buttons', selected_option: option('daily') } },
            days: { days: { type: 'checkboxes', selected_options: days.slice(0, 5) } },
            hour: { hour: { type: 'static_select', selected_option: option('9') } },
            customer: { customer: { type: 'external_select', selected_option: option('ACME') } },
            from: { from: { type: 'datepicker', selected_date: '2026-12-01' } },
            before: { before: { type: 'number_input', value: '7' } },
            note: { note: { type: 'plain_text_input', value: null } },
          },
        },
      },
    });
  });

  it('submits the chosen values, including several checkboxes', async () => {
    await sonia.submits({ ...complete, pace: 'weekly', days: '1, 3,7', from: '2026-12-24', note: 'Two\nlines' });
    expect(submitted()).toMatchObject({
      view: {
        state: {
          values: {
            pace: { pace: { selected_option: option('weekly') } },
            days: { days: { selected_options: [option('1'), option('3'), option('7')] } },
            from: { from: { selected_date: '2026-12-24' } },
            note: { note: { value: 'Two\nlines' } },
          },
        },
      },
    });
  });

  it('submits an empty list when no checkbox is checked', async () => {
    await sonia.submits({ ...complete, days: '' });
    expect(submitted()).toMatchObject({ view: { state: { values: { days: { days: { selected_options: [] } } } } } });
  });

  it('notifies the bot only of fields that dispatch, such as a radio button and a select', async () => {
    await sonia.chooses('pace', 'never');
    await sonia.chooses('hour', '8');
    await sonia.chooses('days', '6,7');
    await sonia.fills({ customer: 'ACME' });
    expect(dispatched()).toMatchObject([
      { actions: [{ type: 'radio_buttons', block_id: 'pace', action_id: 'pace', selected_option: option('never') }] },
      {
        actions: [{ type: 'static_select', selected_option: option('8') }],
        view: { state: { values: { pace: { pace: { selected_option: option('never') } } } } },
      },
    ]);
    expect(dispatched()).toHaveLength(2);
    expect(sonia.modal?.state.values.days?.days).toMatchObject({ selected_options: [option('6'), option('7')] });
  });

  it('lets the bot fill a multi-select, notifies it of each change, and submits all choices', async () => {
    expect(sonia.screen()).toContain('Field courses\nOption EXCEL');
    await sonia.chooses('courses', 'WORD,EXCEL');
    expect(dispatched()).toMatchObject([
      {
        actions: [
          {
            type: 'multi_external_select',
            action_id: 'courses',
            selected_options: [option('WORD'), option('EXCEL')],
          },
        ],
      },
    ]);
    await sonia.submits(complete);
    expect(submitted()).toMatchObject({
      view: { state: { values: { courses: { courses: { selected_options: [option('WORD'), option('EXCEL')] } } } } },
    });
  });

  it('submits an empty list when a multi-select is empty', async () => {
    await sonia.submits({ ...complete, courses: '' });
    expect(submitted()).toMatchObject({
      view: { state: { values: { courses: { courses: { type: 'multi_external_select', selected_options: [] } } } } },
    });
  });

  it('offers only the bot’s options in a multi-select', async () => {
    await expect(sonia.fills({ courses: 'WORD,ACCESS' })).rejects.toThrow('courses offers EXCEL, WORD, not ACCESS');
  });

  it('sends the bot what is typed in a field that dispatches', async () => {
    await sonia.chooses('patterns', 'EXCEL-%');
    expect(dispatched()).toMatchObject([
      { actions: [{ type: 'plain_text_input', block_id: 'patterns', action_id: 'patterns', value: 'EXCEL-%' }] },
    ]);
  });

  it('offers only existing checkboxes and radio buttons', async () => {
    await expect(sonia.fills({ days: '1,8' })).rejects.toThrow('days offers 1, 2, 3, 4, 5, 6, 7, not 8');
    await expect(sonia.chooses('pace', 'hourly')).rejects.toThrow('pace offers daily, weekly, never, not hourly');
  });

  it('is not sent while a field is invalid', async () => {
    await sonia.submits({ before: '31', note: 'More than twenty letters', from: '' });
    expect(sonia.errors).toEqual({
      hour: 'Please complete this required field.',
      customer: 'Please complete this required field.',
      from: 'Please complete this required field.',
      before: 'Please enter a number of 30 or less.',
      note: 'Please enter at most 20 characters.',
    });
    expect(submitted()).toBeUndefined();
  });
});

describe('a menu on a message', () => {
  let workspace: Workspace;
  const heard: Record<string, unknown>[] = [];

  beforeEach(async () => {
    heard.length = 0;
    workspace = await Workspace.start({ port: 0 });
    await startBot(workspace, (app) => listens(app, heard));
    const { botToken, apiUrl } = workspace.credentials;
    const menu = { type: 'overflow' as const, action_id: 'menu', options: ['1', '2'].map(option) };
    const button = { type: 'button' as const, action_id: 'go', text: plain('Option 1') };
    await new WebClient(botToken, { slackApiUrl: apiUrl }).chat.postMessage({
      channel: ACME,
      text: 'Remind me',
      blocks: [{ type: 'actions', elements: [button, menu] }],
    });
  });

  afterEach(() => workspace.stop());

  it('sends the bot the picked entry', async () => {
    await workspace.person('claire').picks('Option 1', { channel: ACME });
    expect(heard).toMatchObject([
      {
        type: 'block_actions',
        actions: [{ type: 'overflow', action_id: 'menu', selected_option: option('1') }],
        message: { text: 'Remind me' },
        state: { values: {} },
      },
    ]);
  });

  it('offers only existing entries', async () => {
    const claire = workspace.person('claire', { patienceMs: 100 });
    await expect(claire.picks('Option 3')).rejects.toThrow('no menu with “Option 3”');
  });
});

function listens(app: App, heard: unknown[]): void {
  app.use(async ({ body, next }) => {
    if (body.type !== 'block_suggestion') heard.push(body);
    await next();
  });
  app.command('/seats', async ({ ack, client, body }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: settings });
  });
  app.options('courses', async ({ ack }) => ack({ options: ['EXCEL', 'WORD'].map(option) }));
  app.options('customer', async ({ ack }) => ack({ options: [option('ACME')] }));
  app.action(/.*/, async ({ ack }) => ack());
  app.view('settings', async ({ ack }) => ack());
}
