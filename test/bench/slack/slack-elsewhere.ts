import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Post } from './message-limits';

/** Commands typed at a fixed interval, whether or not earlier ones are answered. */
export interface Plan {
  /** The product's address for Slack's requests. */
  url: string;
  /** Customers whose coordinators type the commands, in order. */
  customers: number[];
  everyMs: number;
}

/** A fake Slack in a separate process. */
export interface SlackElsewhere {
  /** Ends with a slash, like SLACK_API_URL. */
  apiUrl: string;
  /** The messages posted so far, and how many calls the limits refused. */
  messages: () => Promise<{ posts: Post[]; refused: number }>;
  /** Returns how many milliseconds each `/seats assign` waited for its modal. */
  type: (plan: Plan) => Promise<number[]>;
  close: () => Promise<void>;
}

export async function startSlackElsewhere(): Promise<SlackElsewhere> {
  const program = fork(join(__dirname, 'slack-program.ts'));
  const [{ apiUrl, controlUrl }] = await once(program, 'message');
  const ask = async (path: string, body?: object) => {
    const answer = await fetch(`${controlUrl}${path}`, { method: 'POST', body: JSON.stringify(body ?? {}) });
    const said = JSON.parse(await answer.text());
    if (said.error) throw new Error(said.error);
    return said;
  };
  return {
    apiUrl,
    messages: () => ask('/messages'),
    type: (plan) => ask('/type', plan),
    close: async () => {
      program.disconnect();
      await once(program, 'exit');
    },
  };
}
