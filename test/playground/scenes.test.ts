import { request } from 'node:http';
import { parseInstant } from '../../src/core/time';
import type { OutboxSummary, State } from '../../src/playground/state';
import { Workspace } from '../../src/playground/workspace';

const SUMMER = '2026-07-01T22:30:00.000Z';

describe('behind the scenes', () => {
  let workspace: Workspace;

  beforeEach(async () => {
    workspace = await Workspace.start({ port: 0 });
  });

  afterEach(() => workspace.stop());

  const act = (gesture: object, as = 'claire') =>
    fetch(`${workspace.url}/workspace/act`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as, ...gesture }),
    });
  const state = async (as = 'claire') =>
    (await (await fetch(`${workspace.url}/workspace/state?as=${as}`)).json()) as State;
  const outbox = async () => fetch(`${workspace.url}/workspace/outbox`);

  it('shows the time in the person’s zone', async () => {
    const { clock } = await state();
    expect(clock).toMatchObject({ zone: 'Europe/Paris', moved: false, ahead: 0 });
    expect(Math.abs(Date.parse(clock.now) - Date.now())).toBeLessThan(10_000);
    expect((await state('gus')).clock.zone).toBe('America/New_York');
  });

  it('moves the clock to any instant, for everyone, and back to real time', async () => {
    expect(await (await act({ verb: 'moveClock', to: SUMMER })).json()).toEqual({ ok: true });
    const { clock } = await state('gus');
    expect(clock.moved).toBe(true);
    expect(Date.parse(clock.now) - Date.parse(SUMMER)).toBeLessThan(10_000);
    expect(Math.abs(Date.now() + clock.ahead - Date.parse(clock.now))).toBeLessThan(10_000);
    await act({ verb: 'resetClock' });
    expect((await state()).clock).toMatchObject({ moved: false, ahead: 0 });
    expect(workspace.clock.isMoved).toBe(false);
  });

  it.each([
    // Half past midnight on the 2nd in Paris, but still the evening of the 1st in New York.
    ['claire', '2026-07-03T07:00:00'],
    ['gus', '2026-07-02T13:00:00'],
  ])('moves the clock to nine tomorrow morning in the zone of %s', async (as, expected) => {
    workspace.clock.moveTo(parseInstant(SUMMER));
    await act({ verb: 'moveClock', to: 'tomorrow' }, as);
    expect(workspace.clock.now().toISO()).toContain(expected);
  });

  it('keeps nine in the morning across a change of daylight saving', async () => {
    workspace.clock.moveTo(parseInstant('2026-10-24T10:00:00.000Z'));
    await act({ verb: 'moveClock', to: 'tomorrow' });
    expect(workspace.clock.now().toISO()).toContain('2026-10-25T08:00:00');
  });

  it('moves the clock by an hour', async () => {
    workspace.clock.moveTo(parseInstant(SUMMER));
    await act({ verb: 'moveClock', to: 'hour_later' });
    expect(workspace.clock.now().toISO()).toContain('2026-07-01T23:30:00');
  });

  it('switches faults on and off for everyone', async () => {
    await act({ verb: 'switchFault', fault: 'rate_limited', on: true });
    await act({ verb: 'switchFault', fault: 'slack_down', on: true });
    expect((await state('gus')).faults).toEqual(['slack_down', 'rate_limited']);
    expect(workspace.faults.isOn('rate_limited')).toBe(true);
    await act({ verb: 'switchFault', fault: 'slack_down', on: false });
    expect((await state()).faults).toEqual(['rate_limited']);
  });

  it('updates the page when the clock or a fault changes elsewhere', async () => {
    const { body } = await fetch(`${workspace.url}/workspace/events?as=claire`);
    const reader = body?.getReader();
    const read = async () => new TextDecoder().decode((await reader?.read())?.value);
    expect(await read()).toBe('data: changed\n\n');
    workspace.clock.moveTo(parseInstant(SUMMER));
    expect(await read()).toBe('data: changed\n\n');
    workspace.faults.switchOn('answers_lost');
    expect(await read()).toBe('data: changed\n\n');
    await reader?.cancel();
  });

  it.each([
    ['a word that is not an instant', { verb: 'moveClock', to: 'soon' }],
    ['an instant without a zone', { verb: 'moveClock', to: '2026-07-01T09:00:00' }],
    ['a year outside the range of timestamps', { verb: 'moveClock', to: '1999-07-01T09:00:00Z' }],
    ['an unknown fault', { verb: 'switchFault', fault: 'flood', on: true }],
    ['a switch without on or off', { verb: 'switchFault', fault: 'slack_down' }],
  ])('refuses %s', async (_, gesture) => {
    expect((await act(gesture)).status).toBe(400);
    expect(workspace.clock.isMoved).toBe(false);
  });

  it('has no outbox until it gets a reader', async () => {
    expect(await (await outbox()).json()).toBeNull();
    workspace.showOutbox(async () => summary(3));
    expect(await (await outbox()).json()).toEqual(summary(3));
  });

  it('shows at most fifty entries', async () => {
    workspace.showOutbox(async () => summary(60));
    expect(((await (await outbox()).json()) as OutboxSummary).entries).toHaveLength(50);
  });

  it('reports an unreadable outbox without a failure on the page', async () => {
    workspace.showOutbox(async () => {
      throw new Error('The database is locked.');
    });
    const answer = await outbox();
    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual({ ok: false, error: 'The outbox cannot be read.' });
    expect(workspace.failures).toEqual([]);
  });

  it('shows the outbox only to this machine', async () => {
    workspace.showOutbox(async () => summary(1));
    const { hostname, port } = new URL(workspace.url);
    const status = await new Promise((resolve, reject) => {
      const asked = request({ hostname, port, path: '/workspace/outbox', headers: { host: 'evil.example' } });
      asked.on('response', (response) => resolve(response.resume().statusCode)).on('error', reject);
      asked.end();
    });
    expect(status).toBe(403);
  });
});

function summary(size: number): OutboxSummary {
  const entry = { kind: 'order.card', to: 'C0ACME00001', state: 'pending', due: SUMMER, attempts: 1, error: 'fatal' };
  return {
    counts: { pending: size, sending: 0, sent: 0, unknown: 0, dead: 0 },
    entries: Array.from({ length: size }, (_, id) => ({ id, ...entry })),
  };
}
