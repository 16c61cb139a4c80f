import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Person } from '../../src/playground/person';
import { press } from '../../src/playground/presses';
import { Workspace } from '../../src/playground/workspace';
import { startBot } from './bot';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const customers = ['ACME', 'GLOBEX'].map((code) => ({ text: plain(`Customer ${code}`), value: code }));

const form: ModalView = {
  type: 'modal',
  callback_id: 'sell',
  title: plain('Sell'),
  submit: plain('Sell'),
  close: plain('Cancel'),
  blocks: [
    {
      type: 'input',
      block_id: 'customer',
      label: plain('Customer'),
      element: { type: 'external_select', action_id: 'customer', min_query_length: 0 },
    },
    {
      type: 'input',
      block_id: 'quantity',
      label: plain('Quantity'),
      element: { type: 'number_input', action_id: 'quantity', is_decimal_allowed: false, min_value: '1' },
    },
    {
      type: 'input',
      block_id: 'note',
      label: plain('Note'),
      optional: true,
      element: { type: 'plain_text_input', action_id: 'note' },
    },
    {
      type: 'actions',
      block_id: 'more',
      elements: [
        { type: 'button', action_id: 'help', text: plain('Help') },
        { type: 'button', action_id: 'relabel', text: plain('Relabel') },
      ],
    },
  ],
};

/** What the button for help meant at each press. */
const helped: unknown[] = [];

function sells(app: App): void {
  app.command('/seats', async ({ ack, client, body }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: form });
  });
  app.options('customer', async ({ ack, payload }) => {
    const typed = payload.value.toLowerCase();
    await ack({ options: customers.filter(({ text }) => text.text.toLowerCase().includes(typed)) });
  });
  app.action('help', async ({ ack, client, body, payload }) => {
    await ack();
    if ('value' in payload) helped.push(payload.value);
    const help: ModalView = { type: 'modal', callback_id: 'help', title: plain('Help'), blocks: [{ type: 'divider' }] };
    await client.views.push({ trigger_id: 'trigger_id' in body ? body.trigger_id : '', view: help });
  });
  app.action('relabel', async ({ ack, client, body }) => {
    await ack();
    if (!('view' in body) || !body.view) return;
    await client.views.update({
      view_id: body.view.id,
      hash: body.view.hash,
      view: { ...form, title: plain('Sell on') },
    });
  });
  app.view('sell', async ({ ack, view }) => {
    const quantity = Number(view.state.values.quantity?.quantity?.value);
    if (quantity > 100) return ack({ response_action: 'errors', errors: { quantity: 'At most 100.' } });
    if (quantity === 99) return ack({ response_action: 'errors', errors: { nowhere: 'What?' } });
    if (quantity === 50) return ack({ response_action: 'push', view: { ...form, title: plain('Again') } });
    if (quantity === 1) return ack();
    return ack({ response_action: 'update', view: { type: 'modal', title: plain('Sold'), blocks: [sold(quantity)] } });
  });
}

function sold(quantity: number) {
  return { type: 'section' as const, text: plain(`Sold ${quantity} seats.`) };
}

describe('modals', () => {
  let workspace: Workspace;
  let sonia: Person;

  beforeEach(async () => {
    workspace = await Workspace.start({ port: 0 });
    await startBot(workspace, sells);
    sonia = workspace.person('sonia');
    await sonia.runs('/seats generate');
  });

  afterEach(() => workspace.stop());

  it('shows a modal that a command opened', async () => {
    expect(await sonia.finds('Quantity')).toBe(true);
    expect(sonia.modal).toMatchObject({ callback_id: 'sell', app_installed_team_id: 'T000000001' });
  });

  it('takes a press of what a person saw, though the block has changed in place meanwhile', async () => {
    expect(await sonia.finds('Quantity')).toBe(true);
    const seen = { blockId: 'of-before', actionId: 'help', value: 'what it meant' };
    await press(sonia.slack, sonia.is, { place: { where: 'modal' }, ...seen });
    expect(await sonia.finds('# Help')).toBe(true);
    expect(sonia.modals.map(({ callback_id }) => callback_id)).toEqual(['sell', 'help']);
    expect(helped).toEqual(['what it meant']);
  });

  it('refuses a press of a button that is not there in any block', async () => {
    expect(await sonia.finds('Quantity')).toBe(true);
    const target = { place: { where: 'modal' as const }, blockId: 'more', actionId: 'gone' };
    await expect(press(sonia.slack, sonia.is, target)).rejects.toThrow('There is no element gone in block more.');
  });

  it('offers the bot’s options for the typed letters', async () => {
    expect(await sonia.types('customer', 'glo')).toEqual([customers[1]]);
    expect(await sonia.types('customer', '')).toEqual(customers);
  });

  it('shows the view with which the bot answers a submission', async () => {
    await sonia.submits({ customer: 'ACME', quantity: '20' });
    expect(sonia.sees('Sold 20 seats.')).toBe(true);
    expect(sonia.modals).toHaveLength(1);
  });

  it('closes when the bot’s answer is empty', async () => {
    await sonia.submits({ customer: 'ACME', quantity: '1' });
    expect(sonia.modal).toBeUndefined();
  });

  it('closes once when a person presses twice', async () => {
    const outcomes = await Promise.all([sonia.closes(), sonia.closes()]);
    expect(outcomes).toEqual([{ ok: true }, { ok: true }]);
    expect(sonia.modals).toEqual([]);
  });

  it('shows the bot’s errors beside the field, and keeps the input', async () => {
    await sonia.submits({ customer: 'ACME', quantity: '101' });
    expect(sonia.errors).toEqual({ quantity: 'At most 100.' });
    await sonia.submits({ quantity: '20' });
    expect(sonia.sees('Sold 20 seats.')).toBe(true);
  });

  it('reports an error that the bot put on a missing field', async () => {
    await sonia.submits({ customer: 'ACME', quantity: '99' });
    expect(sonia.sees('errors on nowhere')).toBe(true);
    expect(sonia.modals).toHaveLength(1);
  });

  it('does not send a form with an empty required field', async () => {
    await sonia.submits({ quantity: '20' });
    expect(sonia.errors).toEqual({ customer: 'Please complete this required field.' });
  });

  it('does not send a number that is not whole', async () => {
    await sonia.submits({ customer: 'ACME', quantity: '1.5' });
    expect(sonia.errors).toEqual({ quantity: 'Please enter a whole number.' });
  });

  it('stacks no more than three, counting only open ones', async () => {
    for (const _ of [1, 2, 3, 4]) {
      await sonia.clicks('Help');
      expect(await sonia.finds('# Help')).toBe(true);
      expect(sonia.modals).toHaveLength(2);
      await sonia.closes();
    }
    await sonia.submits({ customer: 'ACME', quantity: '50' });
    await sonia.submits({ customer: 'ACME', quantity: '50' });
    expect(sonia.modals).toHaveLength(3);
    await sonia.clicks('Help');
    expect(await sonia.finds('push_limit_reached')).toBe(true);
    expect(sonia.modals[1]?.previous_view_id).toBe(sonia.modals[0]?.id);
    expect(sonia.modals[2]?.root_view_id).toBe(sonia.modals[0]?.id);
  });

  it('keeps the input when the bot updates an open modal', async () => {
    await sonia.fills({ note: 'Half typed' });
    await sonia.clicks('Relabel');
    expect(await sonia.finds('Sell on')).toBe(true);
    expect(sonia.sees('Half typed')).toBe(true);
  });
});
