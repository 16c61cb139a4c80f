import { App } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { pino } from 'pino';
import { features } from '../../commands/index';
import type { Translate } from '../../src/core/words';
import { boltLogger } from '../../src/log';
import { Workspace } from '../../src/playground/workspace';
import { interactiveOptions } from '../../src/slack/clients';
import { listen } from '../../src/slack/listeners/listen';
import { receiverFor } from '../../src/slack/listeners/receiver';
import type { Routes } from '../../src/slack/routes';
import { toUserMessage } from '../../src/slack/to-user-message';
import { translatorsOf } from '../../src/translators';

const t = translatorsOf(features)('en');
const log = pino({ level: 'silent' });

export interface Spoken {
  t: Translate;
}

/** A local workspace whose bot has these routes alone, and says after a tenth of a second that an answer is late. */
export async function startListeners(routes: Routes<Spoken>): Promise<Workspace> {
  const workspace = await Workspace.start({ port: 0 });
  const { botToken, apiUrl, signingSecret } = workspace.credentials;
  const logger = boltLogger(log);
  const { receiver, listener } = receiverFor({ botToken, apiUrl, transport: { kind: 'http', signingSecret } }, logger);
  const identity = await new WebClient(botToken, { slackApiUrl: apiUrl }).auth.test();
  const { team_id: teamId = '', user_id: botUserId = '', bot_id: botId = '' } = identity;
  const clientOptions = interactiveOptions(apiUrl, logger);
  const authorize = async () => ({ botToken, teamId, botUserId, botId });
  const app = new App({ receiver, logger, clientOptions, convoStore: false, authorize });
  listen<Spoken>(app, {
    routes,
    contextFor: async () => ({ t }),
    onChannelChange: async () => undefined,
    t,
    patienceMs: 100,
    toUserMessage: (error, by, _context, { remedy, isNotShown = false } = {}) =>
      toUserMessage(error, { by, t, log, outage: undefined, remedy, isNotShown }),
  });
  workspace.serveBot(listener);
  return workspace;
}
