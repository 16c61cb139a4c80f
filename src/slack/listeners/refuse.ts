import type { IncomingMessage, ServerResponse } from 'node:http';
import { finished } from 'node:stream';

/** How long the rest of a refused body is read and dropped. */
const PATIENCE_MS = 1_000;

/** Answers before the body has arrived, and closes the connection once the sender could read the answer. */
export function refuse(request: IncomingMessage, response: ServerResponse, status: number): void {
  if (response.headersSent) return;
  response.writeHead(status, { 'content-length': 0, connection: 'close' });
  response.flushHeaders();
  // A close with bytes unread resets the connection, and the sender may lose the answer.
  const patience = setTimeout(() => response.end(), PATIENCE_MS);
  finished(request.resume(), () => {
    clearTimeout(patience);
    response.end();
  });
}
