import type { ModalView } from '@slack/types';
import type { Workspace } from '../../../src/playground/workspace';
import { actions, button, message, modal, section } from '../../../src/slack/blocks';
import type { Routes } from '../../../src/slack/routes';
import { type Spoken, startListeners } from '../../support/listeners';

const GENERAL = 'C0GENERAL01';
/** Longer than Slack waits for an acknowledgement. */
const SLOW = { kind: 'slow', ms: 3_300 } as const;
const NOT_SHOWN = 'Slack didn’t show the answer in time.';

const seats = (): ModalView => modal({ id: 'seats', title: 'Seats', close: 'Close' }, [section('Twelve seats')]);
const buttons = () => actions(button('See seats', 'open_list'), button('Tell me', 'tell'));

const ROUTES: Routes<Spoken> = {
  commands: {
    list: async () => ({ show: seats() }),
    board: async () => ({ say: message('Board', [section('Board'), buttons()]) }),
  },
  unknown: async () => undefined,
  shortcuts: { generate_seats: async () => ({ show: seats() }) },
  actions: {
    open_list: async () => ({ show: seats() }),
    tell: async () => ({ say: message('Told.', [section('Told.')]) }),
  },
  inputs: {},
  submissions: {},
  refreshes: {},
  options: {},
  home: async () => ({ home: { type: 'home', blocks: [section('My Home'), buttons()] } }),
  remedies: [],
};

let workspace: Workspace;

beforeEach(async () => {
  workspace = await startListeners(ROUTES);
});

afterEach(() => workspace?.stop());

const claire = () => workspace.person('claire', { patienceMs: 10_000 });

describe('a request while Slack opens no modal', () => {
  beforeEach(async () => {
    await claire().opensHome();
    await claire().finds('My Home');
  });

  it.each([
    ['refuses it for a while', { kind: 'rate_limited', retryAfter: 30 }],
    ['is away', { kind: 'http', status: 503 }],
  ] as const)('is answered in a direct message after a press on the Home, when Slack %s', async (_, fault) => {
    workspace.faults.next('views.open', fault, { times: 9 });
    expect(await claire().clicks('See seats')).toEqual({ ok: true });
    expect(await claire().finds(NOT_SHOWN)).toBe(true);
  });

  it('says the words of the answer itself, where the Home would have opened them', async () => {
    workspace.faults.next('views.open', { kind: 'rate_limited', retryAfter: 30 }, { times: 9 });
    await claire().clicks('Tell me');
    expect(await claire().finds('Told.')).toBe(true);
  });
});

describe('a request while Slack opens modals slowly', () => {
  beforeEach(() => workspace.faults.next('views.open', SLOW));

  it('is acknowledged in time as a press on the Home, and answered in a direct message', async () => {
    await claire().opensHome();
    await claire().finds('My Home');
    expect(await claire().clicks('See seats')).toEqual({ ok: true });
    expect(await claire().finds(NOT_SHOWN)).toBe(true);
  });

  it('is acknowledged in time as a press in a message, and answered below it', async () => {
    await claire().runs('/seats board', GENERAL);
    expect(await claire().clicks('See seats')).toEqual({ ok: true });
    expect(await claire().finds(NOT_SHOWN)).toBe(true);
  });

  it('is acknowledged in time as a command, and answered below it', async () => {
    expect(await claire().runs('/seats list', GENERAL)).toEqual({ ok: true });
    expect(await claire().finds(NOT_SHOWN)).toBe(true);
  });

  it('is acknowledged in time as a shortcut, and answered in a direct message', async () => {
    expect(await claire().uses('generate_seats')).toEqual({ ok: true });
    expect(await claire().finds(NOT_SHOWN)).toBe(true);
  });
});
