import type { FetchFunction } from '@slack/web-api';
import { CallBudgets } from './call-budgets';
import { isPerChannel } from './calls';
import type { DeliverySettings } from './delivery-settings';
import { waitSeconds } from './retries';

/**
 * For clients that answer people, whose calls no budget delays: when Slack refuses one, the messages that wait for the
 * method wait as well.
 */
export function learnRefusals(
  fetch: FetchFunction,
  { db, log, now, callsPerMinute }: Pick<DeliverySettings, 'db' | 'log' | 'now' | 'callsPerMinute'>,
): FetchFunction {
  const budgets = new CallBudgets(callsPerMinute);
  const learn = async (method: string, seconds: number) => {
    const wait = waitSeconds({ kind: 'wait', seconds, error: 'ratelimited' }, 0);
    await db.transaction((tx) => budgets.hold(tx, method, now(), now().plus({ seconds: wait })));
  };
  return async (url, init) => {
    const response = await fetch(url, init);
    const method = new URL(url).pathname.split('/').at(-1) ?? '';
    const seconds = Number(response.headers.get('retry-after'));
    // A person waits for the answer, so it does not wait for the database.
    if (response.status === 429 && seconds > 0 && !isPerChannel(method)) {
      learn(method, seconds).catch((error) => log.warn({ err: error, method }, 'A refusal could not be saved'));
    }
    return response;
  };
}
