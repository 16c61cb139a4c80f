import { setTimeout as sleep } from 'node:timers/promises';
import type { ModalView } from '@slack/types';
import { UserError } from '../../../src/core/errors';
import type { Workspace } from '../../../src/playground/workspace';
import { actions, button, modal, section, sentence } from '../../../src/slack/blocks';
import { text } from '../../../src/slack/field-kinds';
import { form } from '../../../src/slack/forms';
import type { Handler, Routes } from '../../../src/slack/routes';
import { type Spoken, startListeners } from '../../support/listeners';

const GENERAL = 'C0GENERAL01';
const WORKING = 'Working on it… The result will appear here.';
const orderForm = form('order', { name: text({}) });

let workspace: Workspace;
/** Lets what a handler waits for happen. */
let release: () => void;
let slowly: Promise<void>;
let handled: number;
let refused: Error | undefined;

function becomesSlow(): void {
  slowly = new Promise((resolve) => {
    release = resolve;
  });
}

const order = (): ModalView =>
  orderForm.modal({ title: 'Order', submit: 'Order', close: 'Close' }, [orderForm.draw.name({ label: 'Name' })]);
const opened: Handler<Spoken> = async () => ({ show: order() });
const after =
  (answer: Handler<Spoken>): Handler<Spoken> =>
  async (request, context) => {
    await slowly;
    handled += 1;
    if (refused) throw refused;
    return answer(request, context);
  };
const card = (words: string): ModalView =>
  modal({ id: 'card', title: 'Card', close: 'Close' }, [
    section(words),
    actions(button('Release', 'release', 'S-1'), button('Change', 'change', 'S-1')),
  ]);

beforeEach(async () => {
  handled = 0;
  refused = undefined;
  becomesSlow();
  workspace = await startListeners(ROUTES);
});

afterEach(() => workspace?.stop());

const ROUTES: Routes<Spoken> = {
  commands: {
    form: after(opened),
    order: opened,
    say: after(async () => ({ say: sentence('Twelve seats are left.') })),
    card: async () => ({ show: card('A seat') }),
  },
  unknown: opened,
  shortcuts: { generate_seats: after(opened) },
  actions: {
    release: after(async () => ({ show: card('The seat can be assigned again.') })),
    change: after(async () => ({ push: order() })),
  },
  inputs: {},
  submissions: {
    order: after(async () => ({ show: modal({ id: 'done', title: 'Done', close: 'Close' }, [section('Ordered.')]) })),
  },
  refreshes: {},
  options: {},
  home: async () => undefined,
  remedies: [],
};

describe('a request that takes longer than Slack waits', () => {
  const claire = () => workspace.person('claire');

  it('opens a form that says it is loading, and then becomes the form', async () => {
    expect(await claire().runs('/seats form', GENERAL)).toEqual({ ok: true });
    expect(await claire().finds('Loading…')).toBe(true);
    release();
    expect(await claire().finds('[Order]')).toBe(true);
    expect(claire().screen()).not.toContain('Loading…');
  });

  it('does so from a shortcut, too', async () => {
    expect(await claire().uses('generate_seats')).toEqual({ ok: true });
    expect(await claire().finds('Loading…')).toBe(true);
    release();
    expect(await claire().finds('[Order]')).toBe(true);
  });

  it('shows an answer in words in the same place', async () => {
    await claire().runs('/seats say', GENERAL);
    release();
    expect(await claire().finds('Twelve seats are left.')).toBe(true);
  });

  it('says that it is at work on a form, and shows the result in place, which closes the form', async () => {
    await claire().runs('/seats order', GENERAL);
    expect(await claire().submits({ name: 'Twelve' })).toEqual({ ok: true });
    expect(claire().screen()).toContain(WORKING);
    release();
    expect(await claire().finds('Ordered.')).toBe(true);
    expect(handled).toBe(1);
    await claire().closes();
    expect(claire().modals).toEqual([]);
  });

  it('gives the form back with what was typed when it is refused in the end', async () => {
    refused = new UserError({ code: 'reason.missing', field: 'reason' });
    await claire().runs('/seats order', GENERAL);
    await claire().submits({ name: 'Twelve' });
    release();
    expect(await claire().finds('Give a reason in a few words.')).toBe(true);
    expect(claire().screen()).not.toContain(WORKING);
    expect(JSON.stringify(claire().modal?.state)).toContain('Twelve');
  });

  it('lets the refused form be sent again, and refuses it once more in other words', async () => {
    refused = new UserError({ code: 'reason.missing', field: 'reason' });
    await claire().runs('/seats order', GENERAL);
    await claire().submits({ name: 'Twelve' });
    release();
    await claire().finds('Give a reason in a few words.');
    becomesSlow();
    refused = new UserError({ code: 'form.stale' });
    await claire().submits({});
    release();
    expect(await claire().finds('This form is out of date.')).toBe(true);
    expect(claire().screen()).not.toContain('Give a reason in a few words.');
    becomesSlow();
    refused = undefined;
    await claire().submits({});
    release();
    expect(await claire().finds('Ordered.')).toBe(true);
  });

  it('answers a command below it when its modal was closed meanwhile', async () => {
    await claire().runs('/seats say', GENERAL);
    await claire().closes({ all: true });
    release();
    expect(await claire().finds('Twelve seats are left.')).toBe(true);
    expect(JSON.stringify(claire().modal ?? {})).toBe('{}');
  });

  it('tells a person who closed the form meanwhile how it ended', async () => {
    await claire().runs('/seats order', GENERAL);
    await claire().submits({ name: 'Twelve' });
    await claire().closes({ all: true });
    release();
    expect(await claire().finds('Ordered.')).toBe(true);
    expect(handled).toBe(1);
  });

  it('tells nothing to a person who closed a form that was still loading', async () => {
    await claire().runs('/seats form', GENERAL);
    await claire().closes({ all: true });
    release();
    expect(await workspace.person('claire', { patienceMs: 300 }).finds('Done.')).toBe(false);
  });

  it('says that it is at work on a button in a modal, and shows the result in place', async () => {
    await claire().runs('/seats card', GENERAL);
    expect(await claire().clicks('Release')).toEqual({ ok: true });
    expect(await claire().finds('Loading…')).toBe(true);
    release();
    expect(await claire().finds('The seat can be assigned again.')).toBe(true);
  });

  it('shows a refusal in place of what a button would have done', async () => {
    refused = new UserError({ code: 'form.stale' });
    await claire().runs('/seats card', GENERAL);
    await claire().clicks('Release');
    release();
    expect(await claire().finds('This form is out of date.')).toBe(true);
    expect(claire().screen()).toContain('A seat');
    expect(claire().modals).toHaveLength(1);
  });

  it('opens on top what a button in a modal opens', async () => {
    await claire().runs('/seats card', GENERAL);
    await claire().clicks('Change');
    release();
    expect(await claire().finds('[Order]')).toBe(true);
    await claire().closes();
    expect(claire().screen()).toContain('A seat');
  });

  it('opens it in place of the modal when the click has become too old', async () => {
    await claire().runs('/seats card', GENERAL);
    await claire().clicks('Change');
    await sleep(3_000);
    release();
    expect(await claire().finds('[Order]')).toBe(true);
    await claire().closes();
    expect(claire().modals).toEqual([]);
  });
});
