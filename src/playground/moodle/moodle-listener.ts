import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { addressOf, BadRequest, readBody } from '../http';
import { answerCall, functionOf, paramsOf } from './answer-call';
import type { MoodleSite } from './moodle-site';
import { coursePage, passwordPage, scriptPage } from './pages';
import { type PhpArray, plainValue, readPhpForm } from './php-form';

/** Serves a Moodle's web services, under any path, and the page of each course. */
export function moodleListener(site: MoodleSite): RequestListener {
  return (request, response) => {
    route(site, request, response).catch((error: unknown) => {
      const status = error instanceof BadRequest ? error.status : 500;
      if (!response.headersSent) response.writeHead(status, { 'content-type': 'text/plain' });
      response.end(error instanceof Error ? error.message : String(error));
    });
  };
}

async function route(site: MoodleSite, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (site.settings.condition === 'down') {
    request.socket.destroy();
    return;
  }
  const { pathname, searchParams } = addressOf(request);
  if (/\.php\//.test(pathname)) return scriptPage(response);
  if (pathname.endsWith('/webservice/rest/server.php')) return serveCall(site, request, response);
  if (pathname.endsWith('/course/view.php')) return coursePage(site, searchParams.get('id'), response);
  if (pathname.endsWith('/login/forgot_password.php')) return passwordPage(response);
  throw new BadRequest('There is nothing here.', 404);
}

async function serveCall(site: MoodleSite, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const form = await readForm(site, request);
  const { faults, settings } = site;
  const [name, params] = [functionOf(form), plainValue(paramsOf(form))];
  if (settings.latencyMs > 0) await wait(settings.latencyMs);
  await faults.run('before', name, params);
  const fault = faults.take(name);
  const { status, type, body } = answerCall(site, form, fault === 'lost' ? undefined : fault);
  await faults.run('after', name, params);
  if (fault === 'lost') request.socket.destroy();
  else response.writeHead(status, { 'content-type': type }).end(body);
}

/** PHP accepts one variable more in a body than in a query string. */
async function readForm({ settings }: MoodleSite, request: IncomingMessage): Promise<PhpArray> {
  const { search } = addressOf(request);
  const asked = readPhpForm(search.slice(1), settings.maxInputVars);
  if (request.method !== 'POST') return asked;
  return new Map([...asked, ...readPhpForm(await readBody(request), settings.maxInputVars + 1)]);
}
