import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { showAnswer } from './answers';
import { giveFile, takeUpload } from './file-server';
import { addressOf, BadRequest, readJson, sendJson } from './http';
import { moodleListener } from './moodle/moodle-listener';
import { servePageApi } from './page-api';
import { reasonOf, refused } from './refusal';
import type { Slack } from './slack';
import { servePage } from './static-page';
import { refuseOtherSites } from './visitor';
import { serveWebApi } from './web-api';

const ofTheBot = new Set(['/slack/events', '/healthz', '/readyz']);
const forPrograms = ['/api/', '/response/', '/upload/', '/files-pri/', '/workspace/', '/moodle/'];

/** Routes each request of this machine. No request can stop the server. */
export function serve(slack: Slack, botListener: () => RequestListener | undefined): RequestListener {
  return (request, response) => {
    route(slack, botListener, request, response).catch((error: unknown) => apologise(slack, response, error));
  };
}

async function route(
  slack: Slack,
  botListener: () => RequestListener | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = addressOf(request);
  refuseOtherSites(request, isPage(pathname));
  if (pathname.startsWith('/api/')) return serveWebApi(slack, request, response);
  if (pathname.startsWith('/response/')) return respond(slack, pathname, request, response);
  if (pathname.startsWith('/upload/')) return takeUpload(slack, request, response);
  if (pathname.startsWith('/files-pri/')) return giveFile(slack, request, response);
  if (pathname.startsWith('/workspace/')) return servePageApi(slack, request, response);
  if (pathname.startsWith('/moodle/')) return moodleListener(slack.moodle)(request, response);
  if (ofTheBot.has(pathname)) {
    const listener = botListener();
    if (!listener) throw new BadRequest('There is no bot here.', 503);
    listener(request, response);
    return;
  }
  return servePage(pathname, response);
}

/** What people look at, as opposed to what programs call. */
function isPage(pathname: string): boolean {
  if (pathname.endsWith('/course/view.php')) return true;
  return !ofTheBot.has(pathname) && !forPrograms.some((prefix) => pathname.startsWith(prefix));
}

async function respond(
  slack: Slack,
  pathname: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readJson(request);
  const target = slack.responseUrls.use(pathname.slice('/response/'.length));
  if (typeof target === 'string') return sendJson(response, 404, refused(target));
  slack.record({ method: 'response_url', body: body as Record<string, unknown>, at: Date.now() });
  const answer = await showAnswer(slack, target, body);
  if (!answer.ok) slack.fail(`Slack refused the response: ${reasonOf(answer)}`, target.person);
  slack.changes.announce();
  if (!answer.ok) return sendJson(response, 400, answer);
  response.writeHead(200, { 'content-type': 'text/plain' }).end('ok');
}

function apologise(slack: Slack, response: ServerResponse, error: unknown): void {
  if (response.destroyed) return;
  const message = error instanceof Error ? error.message : String(error);
  const expected = error instanceof BadRequest;
  if (!expected) slack.fail(`The local workspace failed: ${message}`);
  if (response.headersSent) response.destroy();
  else sendJson(response, expected ? error.status : 500, { ok: false, error: message });
}
