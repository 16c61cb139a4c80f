import type { SlackMethod } from '../core/slack-limits';
import type { OutboxMessage, Outcome } from './message';

// An entry waits in the queue of the method that its next attempt calls.

const POST: SlackMethod = 'chat.postMessage';
/** An attempt in doubt looks for its message before it posts. */
const LOOK_UP: SlackMethod = 'conversations.history';
/** Nothing that Slack counts. */
const UNCOUNTED = '';

export function queueOf({ method = POST, destination, isInternal }: OutboxMessage): string {
  return destination === 'moodle' || isInternal ? UNCOUNTED : method;
}

/** Shows things as they are now, in place of what was shown before. */
export function isUpdate({ method = POST }: OutboxMessage): boolean {
  return method === 'chat.update' || method === 'views.publish';
}

/** SQL for the queue after an attempt with an unknown outcome. */
export const QUEUE_IN_DOUBT = `case when method = '${POST}' then '${LOOK_UP}' else method end`;

/** The methods that an attempt calls, whose limits it must wait for. */
export function callsOf(queue: string): readonly string[] {
  if (queue === UNCOUNTED) return [];
  return queue === LOOK_UP ? [POST, LOOK_UP] : [queue];
}

/** Slack limits messages per channel too, so a refusal may concern only the channel. */
export function isPerChannel(method: string): boolean {
  return method === POST;
}

/** Whether Slack accepted a call. Only a message has a position in Slack; other calls would have failed. */
export function isAccepted({ kind }: Outcome, queue: string): boolean {
  return kind === 'sent' || (kind === 'nothing' && !queue.startsWith('chat.'));
}
