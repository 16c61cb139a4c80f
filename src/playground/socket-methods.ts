import type { Answer } from './emulator';
import { refused } from './refusal';
import type { Slack } from './slack';

export const connectionMethods = {
  'apps.connections.open': async (slack: Slack): Promise<Answer> => {
    const url = slack.openConnection?.();
    return url ? { ok: true, url } : refused('socket_mode_not_enabled');
  },
};
