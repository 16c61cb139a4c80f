import type { IncomingMessage, ServerResponse } from 'node:http';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { TEAM } from '../seed/people';
import { MessageLimits } from './message-limits';
import { readText, serve } from './serve';

interface OpenedView {
  /** Arrival time of the call, by `performance.now()`. */
  at: number;
  callbackId: string;
}

export interface FakeSlack {
  /** Ends with a slash, like SLACK_API_URL. */
  apiUrl: string;
  /** Resolves when a view is opened for the trigger. */
  openedFor: (trigger: string) => Promise<OpenedView>;
  messages: MessageLimits;
  close: () => Promise<void>;
}

const ANSWERS: Record<string, object> = {
  'auth.test': { team_id: TEAM, user_id: 'U0BOT000001', bot_id: 'B0BOT000001' },
  'users.info': { user: { locale: 'en-GB' } },
  'views.open': { view: { id: 'V0000000001', hash: '1.1' } },
};
/**
 * Messages take as long as in Slack, which limits them; other calls are answered at once and without limits, to measure
 * the product alone.
 */
const MESSAGES = /^(chat|pins|conversations)\./;

/** The few methods of Slack's Web API that the product calls here. */
export async function startFakeSlack(): Promise<FakeSlack> {
  const waiting = new Map<string, (view: OpenedView) => void>();
  const messages = new MessageLimits();
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const at = performance.now();
    const method = request.url?.split('/').at(-1) ?? '';
    const body = new URLSearchParams(await readText(request));
    response.setHeader('content-type', 'application/json');
    if (method === 'views.open') {
      const { callback_id: callbackId } = JSON.parse(body.get('view') ?? '{}');
      waiting.get(body.get('trigger_id') ?? '')?.({ at, callbackId });
      waiting.delete(body.get('trigger_id') ?? '');
    }
    const channel = body.get('channel') ?? '';
    if (MESSAGES.test(method) && !messages.take(method, channel, at)) {
      response.writeHead(429, { 'retry-after': '1' });
      return response.end(JSON.stringify({ ok: false, error: 'ratelimited' }));
    }
    if (MESSAGES.test(method)) await sleep(50 + Math.random() * 50);
    return response.end(JSON.stringify({ ok: true, channel, ts: (at / 1_000).toFixed(6), ...ANSWERS[method] }));
  };
  const { url, close } = await serve((request, response) => void answer(request, response));
  return {
    apiUrl: `${url}/api/`,
    openedFor: (trigger) => new Promise((resolve) => waiting.set(trigger, resolve)),
    messages,
    close,
  };
}
