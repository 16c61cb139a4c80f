import type { IncomingMessage, ServerResponse } from 'node:http';
import { performance } from 'node:perf_hooks';
import { TEAM } from '../seed/people';
import { readText, serve } from './serve';

export interface OpenedView {
  /** When the call arrived, on the clock of `performance.now()`. */
  at: number;
  callbackId: string;
}

export interface FakeSlack {
  /** Ends in a slash, as the setting does. */
  apiUrl: string;
  /** Resolves when a view is opened for the trigger. */
  openedFor: (trigger: string) => Promise<OpenedView>;
  close: () => Promise<void>;
}

const ANSWERS: Record<string, object> = {
  'auth.test': { team_id: TEAM, user_id: 'U0BOT000001', bot_id: 'B0BOT000001' },
  'users.info': { user: { locale: 'en-GB' } },
  'views.open': { view: { id: 'V0000000001', hash: '1.1' } },
};

/** As little of Slack's Web API as the slash commands call. */
export async function startFakeSlack(): Promise<FakeSlack> {
  const waiting = new Map<string, (view: OpenedView) => void>();
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const at = performance.now();
    const method = request.url?.split('/').at(-1) ?? '';
    const body = new URLSearchParams(await readText(request));
    if (method === 'views.open') {
      const { callback_id: callbackId } = JSON.parse(body.get('view') ?? '{}');
      waiting.get(body.get('trigger_id') ?? '')?.({ at, callbackId });
    }
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ ok: true, ...ANSWERS[method] }));
  };
  const { url, close } = await serve((request, response) => void answer(request, response));
  return {
    apiUrl: `${url}/api/`,
    openedFor: (trigger) => new Promise((resolve) => waiting.set(trigger, resolve)),
    close,
  };
}
