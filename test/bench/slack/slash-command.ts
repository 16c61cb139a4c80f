import { createHmac } from 'node:crypto';
import type { Identity } from '../../../src/core/identity';

export const SIGNING_SECRET = 'the secret of the benchmark';

export interface Typed {
  by: Identity;
  channel: string;
  /** What follows `/seats`. */
  text: string;
  trigger: string;
}

/** Sends a slash command as Slack does, signed; returns when it is acknowledged. */
export async function sendCommand(url: string, { by, channel, text, trigger }: Typed): Promise<void> {
  const body = new URLSearchParams({
    command: '/seats',
    text,
    team_id: by.teamId,
    user_id: by.userId,
    channel_id: channel,
    trigger_id: trigger,
    response_url: `${url}/response`,
    api_app_id: 'A0BENCH0001',
    is_enterprise_install: 'false',
  }).toString();
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', SIGNING_SECRET).update(`v0:${timestamp}:${body}`).digest('hex');
  const answer = await fetch(`${url}/slack/events`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    },
    body,
  });
  const said = await answer.text();
  if (answer.status !== 200 || said) throw new Error(`/seats ${text} was answered ${answer.status}: ${said}`);
}
