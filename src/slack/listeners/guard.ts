import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { HTTPReceiver } from '@slack/bolt';

const MAX_BYTES = 4 * 1024 * 1024;
const FORM = 'application/x-www-form-urlencoded';

/**
 * Passes requests to Bolt's receiver, after handling what would crash or confuse it: a body that is not an object, and
 * a content type with a charset. The receiver itself verifies that a request comes from Slack.
 */
export function guardedListener(receiver: HTTPReceiver): RequestListener {
  return (request, response) => {
    serve(receiver, request, response).catch(() => refuse(response, 400));
  };
}

async function serve(receiver: HTTPReceiver, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'POST') {
    const body = await readBody(request);
    if (!body) return refuse(response, 413);
    if (request.headers['content-type']?.startsWith(FORM)) request.headers['content-type'] = FORM;
    if (!holdsObject(body, request.headers['content-type'])) return refuse(response, 400);
    Object.assign(request, { rawBody: body });
  }
  try {
    receiver.requestListener(request, response);
  } catch {
    refuse(response, 404);
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function holdsObject(body: Buffer, contentType: string | undefined): boolean {
  const text = body.toString();
  const payload = contentType === FORM ? new URLSearchParams(text).get('payload') : text;
  if (payload === null) return true;
  try {
    const parsed: unknown = JSON.parse(payload);
    return typeof parsed === 'object' && parsed !== null;
  } catch {
    return false;
  }
}

function refuse(response: ServerResponse, status: number): void {
  if (response.headersSent) return;
  response.writeHead(status);
  response.end();
}
