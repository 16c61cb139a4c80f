import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebClient } from '@slack/web-api';
import { pino } from 'pino';
import type { Now } from '../../src/core/time';
import { Directory } from '../../src/slack/directory';
import { at } from '../support/time';

const MONDAY = at('2026-03-02T09:00:00Z');
const SONIA = 'U0SONIA0001';
const NOAH = 'U0NOAH00001';

describe('the user group of sales', () => {
  let slack: Server;
  let members: string[] | undefined;
  let asked: number;
  let now: Now;
  let directory: Directory;

  beforeEach(async () => {
    [members, asked, now] = [[SONIA], 0, MONDAY];
    slack = createServer(({ url }, response) => {
      const isGroup = url?.endsWith('usergroups.users.list') === true;
      if (isGroup) asked += 1;
      const group = members ? { ok: true, users: members } : { ok: false, error: 'fatal_error' };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(isGroup ? group : { ok: true, team_id: 'T1', user_id: 'U1', bot_id: 'B1' }));
    }).listen(0, '127.0.0.1');
    await new Promise((listening) => slack.once('listening', listening));
    const slackApiUrl = `http://127.0.0.1:${(slack.address() as AddressInfo).port}/api/`;
    const client = new WebClient('xoxb-test', { slackApiUrl, retryConfig: { retries: 0 } });
    const settings = { sales: { usergroup: 'S1' }, admins: [], log: pino({ level: 'silent' }), now: () => now };
    directory = new Directory(client, settings);
  });

  afterEach(() => {
    slack.closeAllConnections();
    return new Promise((closed) => slack.close(closed));
  });

  const sells = async (userId: string) => (await directory.appointmentOf({ teamId: 'T1', userId })).sales;

  it('is fetched once in five minutes, however many people click', async () => {
    expect(await Promise.all([sells(SONIA), sells(NOAH), sells(SONIA)])).toEqual([true, false, true]);
    now = now.plus({ minutes: 4, seconds: 59 });
    expect(await sells(SONIA)).toBe(true);
    expect(asked).toBe(1);
  });

  it('serves a little longer during a refresh, so that no one waits', async () => {
    await sells(SONIA);
    members = [NOAH];
    now = now.plus({ minutes: 6 });
    expect(await sells(SONIA)).toBe(true);
    expect(await sells(SONIA)).toBe(false);
    expect(await sells(NOAH)).toBe(true);
  });

  it('is refreshed before use after a weekend, so that people who left sell nothing on Monday, not even with the first click', async () => {
    await sells(SONIA);
    members = [NOAH];
    now = now.plus({ days: 3 });
    expect(await sells(SONIA)).toBe(false);
  });

  it('is not taken for fresh when the clock was days ahead and is put right', async () => {
    now = MONDAY.plus({ days: 3 });
    await sells(SONIA);
    members = [NOAH];
    now = MONDAY;
    expect(await sells(SONIA)).toBe(false);
  });

  it('stays in use while Slack does not answer, and is fetched again half a minute later', async () => {
    await sells(SONIA);
    members = undefined;
    now = now.plus({ days: 3 });
    expect(await sells(SONIA)).toBe(true);
    members = [NOAH];
    expect(await sells(SONIA)).toBe(true);
    now = now.plus({ seconds: 31 });
    await sells(SONIA);
    expect(await sells(NOAH)).toBe(true);
  });

  it('rejects when Slack never answered, so that no one is taken for a stranger', async () => {
    members = undefined;
    await expect(sells(SONIA)).rejects.toThrow('fatal_error');
    members = [SONIA];
    expect(await sells(SONIA)).toBe(true);
  });
});
