import { setTimeout as sleep } from 'node:timers/promises';
import type { ModalView } from '@slack/types';
import type { Workspace } from '../../../src/playground/workspace';
import { actions, button, modal, section } from '../../../src/slack/blocks';
import { text } from '../../../src/slack/field-kinds';
import { form } from '../../../src/slack/forms';
import type { Handler, Routes } from '../../../src/slack/routes';
import { type Spoken, startListeners } from '../../support/listeners';

/** Longer than the pauses before the attempts that could repeat the words. */
const SETTLED_MS = 2_500;
const GENERAL = 'C0GENERAL01';
const orderForm = form('order', { name: text({}) });

let workspace: Workspace;
/** Lets what a handler waits for happen. */
let release: () => void;
let slowly: Promise<void>;

const late =
  (show: () => ModalView): Handler<Spoken> =>
  async () => {
    await slowly;
    return { show: show() };
  };
const notice = (words: string) => modal({ id: 'done', title: 'Done', close: 'Close' }, [section(words)]);
const order = () =>
  orderForm.modal({ title: 'Order', submit: 'Order', close: 'Close' }, [orderForm.draw.name({ label: 'Name' })]);
const card = (words: string) =>
  modal({ id: 'card', title: 'Card', close: 'Close' }, [
    section(words),
    actions(button('Release', 'release'), button('See seats', 'open_list')),
  ]);

const ROUTES: Routes<Spoken> = {
  commands: {
    order: async () => ({ show: order() }),
    card: async () => ({ show: card('A seat') }),
  },
  unknown: async () => undefined,
  shortcuts: {},
  actions: {
    release: late(() => card('The seat can be assigned again.')),
    open_list: late(() => notice('Twelve seats')),
    approve: late(() => notice('Approved.')),
  },
  inputs: {},
  submissions: { order: late(() => notice('Ordered.')) },
  refreshes: {},
  options: {},
  home: async () => ({ home: { type: 'home', blocks: [section('My Home'), actions(button('Approve', 'approve'))] } }),
  remedies: [],
};

beforeEach(async () => {
  slowly = new Promise((resolve) => {
    release = resolve;
  });
  workspace = await startListeners(ROUTES);
});

afterEach(() => workspace?.stop());

const claire = (patienceMs = 10_000) => workspace.person('claire', { patienceMs });
const said = () => JSON.stringify(claire().messages(claire().is.directId));
const times = (words: string) => said().split(`"text":"${words}"`).length - 1;

async function closesWhileOrdering(): Promise<void> {
  await claire().runs('/seats order', GENERAL);
  await claire().submits({ name: 'Twelve' });
  await claire().closes({ all: true });
}

describe('a person who closed what was still at work', () => {
  it('hears the result of the form although Slack refuses the message for a second', async () => {
    await closesWhileOrdering();
    workspace.faults.next('chat.postMessage', { kind: 'rate_limited', retryAfter: 1 });
    release();
    expect(await claire().finds('Ordered.')).toBe(true);
  });

  it('hears it although Slack is away for a moment', async () => {
    await closesWhileOrdering();
    workspace.faults.next('chat.postMessage', { kind: 'http', status: 503 });
    release();
    expect(await claire().finds('Ordered.')).toBe(true);
  });

  it('hears it once when Slack posts it and does not say so', async () => {
    await closesWhileOrdering();
    workspace.faults.next('chat.postMessage', { kind: 'lost' });
    workspace.faults.next('conversations.history', { kind: 'http', status: 503 });
    release();
    expect(await claire().finds('Ordered.')).toBe(true);
    await sleep(SETTLED_MS);
    expect(times('Ordered.')).toBe(1);
  });

  it('hears what a button in a card did', async () => {
    await claire().runs('/seats card', GENERAL);
    await claire().clicks('Release');
    await claire().finds('Loading…');
    await claire().closes({ all: true });
    release();
    expect(await claire().finds('The seat can be assigned again.')).toBe(true);
  });

  it('hears what a button on the Home did', async () => {
    await claire().opensHome();
    await claire().finds('My Home');
    await claire().clicks('Approve');
    await claire().finds('Loading…');
    await claire().closes({ all: true });
    release();
    expect(await claire().finds('Approved.')).toBe(true);
  });

  it('hears nothing of a list that was only to be looked at', async () => {
    await claire().runs('/seats card', GENERAL);
    await claire().clicks('See seats');
    await claire().finds('Loading…');
    await claire().closes({ all: true });
    release();
    expect(await claire(SETTLED_MS).finds('Twelve seats')).toBe(false);
  });
});
