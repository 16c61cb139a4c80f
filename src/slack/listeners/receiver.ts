import type { RequestListener } from 'node:http';
import { HTTPReceiver, type Logger, type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { SlackConfig } from '../slack-config';
import { guardedListener } from './guard';

/** How Slack reaches us: over HTTP, or over a socket that we open. */
interface Connection {
  receiver: Receiver;
  listener: RequestListener;
  connect: () => Promise<unknown>;
  disconnect: () => Promise<unknown>;
}

export function receiverFor({ transport, apiUrl }: SlackConfig, logger: Logger): Connection {
  if (transport.kind === 'socket') {
    const installerOptions = { clientOptions: { slackApiUrl: apiUrl } };
    const receiver = new SocketModeReceiver({ appToken: transport.appToken, logger, installerOptions });
    return { receiver, listener: notFound, connect: () => receiver.start(), disconnect: () => receiver.stop() };
  }
  const { signingSecret } = transport;
  const receiver = new HTTPReceiver({ signingSecret, logger, signatureVerification: false });
  const listener = guardedListener(receiver, signingSecret, logger);
  return { receiver, listener, connect: async () => {}, disconnect: async () => {} };
}

const notFound: RequestListener = (_request, response) => {
  response.writeHead(404);
  response.end();
};
