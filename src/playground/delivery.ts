import { createHmac } from 'node:crypto';
import { request } from 'undici';
import { bot } from './cast';

/** One request from Slack to the bot. */
export interface Envelope {
  kind: 'slash_commands' | 'interactive' | 'events_api';
  payload: Record<string, unknown>;
}

export type Reply = { ok: true; body: unknown } | { ok: false; error: string };

export interface Courier {
  deliver(envelope: Envelope): Promise<Reply>;
}

export const PATIENCE = 3000;
export const TOO_LATE = 'The bot did not answer in 3 s';

/** Sends signed HTTP requests, exactly as Slack does. */
export class HttpCourier implements Courier {
  constructor(readonly url: string) {}

  async deliver(envelope: Envelope): Promise<Reply> {
    const { body, type } = encode(envelope);
    try {
      const { statusCode, body: answer } = await request(this.url, {
        method: 'POST',
        headers: { 'content-type': type, ...signature(body) },
        body,
        signal: AbortSignal.timeout(PATIENCE),
      });
      // Reading it also frees the connection.
      const text = await answer.text();
      if (statusCode !== 200) return { ok: false, error: `The bot answered HTTP ${statusCode}` };
      return { ok: true, body: decode(text) };
    } catch (error) {
      const late = (error as { name?: string }).name === 'TimeoutError';
      return { ok: false, error: late ? TOO_LATE : `The bot cannot be reached at ${this.url}` };
    }
  }
}

function encode({ kind, payload }: Envelope): { body: string; type: string } {
  if (kind === 'events_api') return { body: JSON.stringify(payload), type: 'application/json' };
  const fields = kind === 'interactive' ? { payload: JSON.stringify(payload) } : (payload as Record<string, string>);
  return { body: new URLSearchParams(fields).toString(), type: 'application/x-www-form-urlencoded' };
}

function signature(body: string): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const digest = createHmac('sha256', bot.signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${digest}` };
}

/** The answer is empty, a JSON object or plain text. */
function decode(text: string): unknown {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
