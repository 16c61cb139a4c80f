import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** The contents of the Moodle, and the delay before each of its answers. */
export interface MoodleOrder {
  latencyMs: number;
  /** Short names. */
  courses: string[];
  /** E-mail addresses. */
  accounts: string[];
}

export interface MoodleElsewhere {
  url: string;
  token: string;
  /** Returns the course ids. */
  furnish: (order: MoodleOrder) => Promise<number[]>;
  close: () => Promise<void>;
}

export async function startMoodleElsewhere(): Promise<MoodleElsewhere> {
  const program = fork(join(__dirname, 'moodle-program.ts'));
  const [{ url, token }] = await once(program, 'message');
  return {
    url,
    token,
    furnish: async (order) => {
      const furnished = once(program, 'message');
      program.send(order);
      const [{ ids }] = await furnished;
      return ids;
    },
    close: async () => {
      program.disconnect();
      await once(program, 'exit');
    },
  };
}
