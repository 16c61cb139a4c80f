import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Post } from './channel-limit';

/** Commands that people type one after the other, whether or not those before are answered. */
export interface Plan {
  /** Where the product listens. */
  url: string;
  /** Whose coordinator types each. */
  customers: number[];
  everyMs: number;
}

/** A fake Slack in a process of its own. */
export interface SlackElsewhere {
  /** Ends in a slash, as the setting does. */
  apiUrl: string;
  /** What was posted until now, and how often more than one a second was tried. */
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
