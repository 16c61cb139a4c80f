import type { IncomingMessage, ServerResponse } from 'node:http';
import { type CastMember, people } from './cast';
import { takeFromPerson } from './file-server';
import { addressOf, BadRequest, readJson, sendJson } from './http';
import { summarise } from './moodle/summary';
import { readOutbox } from './outbox-reader';
import { gesture, perform } from './page-verbs';
import { profilesIn, stateFor } from './present';
import { RefusedGesture } from './refusal';
import type { Slack } from './slack';
import { mediaType } from './visitor';

/** Milliseconds between two updates: at most twenty a second. */
const EVERY = 50;

/** Serves the page's requests. */
export async function servePageApi(slack: Slack, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = addressOf(request);
  switch (`${request.method} ${pathname}`) {
    case 'GET /workspace/people':
      return sendJson(response, 200, profilesIn(slack));
    case 'GET /workspace/state':
      return sendJson(response, 200, stateFor(slack, requirePerson(searchParams.get('as'))));
    case 'GET /workspace/events':
      requirePerson(searchParams.get('as'));
      return streamChanges(slack, response);
    case 'GET /workspace/outbox':
      return sendJson(response, 200, await readOutbox(slack));
    case 'GET /workspace/moodle':
      return sendJson(response, 200, summarise(slack.moodle));
    case 'POST /workspace/upload': {
      const person = requirePerson(searchParams.get('as'));
      return sendJson(response, 200, await takeFromPerson(slack, person, searchParams.get('name') ?? 'file', request));
    }
    case 'GET /workspace/file':
      return sendFile(slack, requirePerson(searchParams.get('as')), searchParams.get('id') ?? '', response);
    case 'POST /workspace/act':
      return sendJson(response, 200, await act(slack, request));
    default:
      throw new BadRequest('There is nothing here.', 404);
  }
}

async function act(slack: Slack, request: IncomingMessage): Promise<object> {
  // Cross-site requests with this type need a CORS preflight, which fails here.
  if (mediaType(request) !== 'application/json') throw new BadRequest('Send JSON.', 415);
  const asked = gesture.safeParse(await readJson(request));
  if (!asked.success)
    throw new BadRequest(asked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
  try {
    return await perform(slack, requirePerson(asked.data.as), asked.data);
  } catch (error) {
    if (error instanceof RefusedGesture) return { ok: false, error: error.message };
    throw error;
  }
}

/** Sends a file to a person who can see it in a conversation. */
function sendFile(slack: Slack, person: CastMember, id: string, response: ServerResponse): void {
  const seen = Object.values(stateFor(slack, person).messages).flatMap((all) => all.flatMap(({ files = [] }) => files));
  const file = seen.some((one) => one.id === id) ? slack.files.find(id) : undefined;
  if (!file) throw new BadRequest('There is no such file.', 404);
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  });
  response.end(file.bytes);
}

function streamChanges(slack: Slack, response: ServerResponse): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    connection: 'keep-alive',
  });
  response.write('data: changed\n\n');
  let timer: NodeJS.Timeout | undefined;
  const stop = slack.changes.watch(() => {
    timer ??= setTimeout(() => {
      timer = undefined;
      response.write('data: changed\n\n');
    }, EVERY);
  });
  response.on('close', () => {
    clearTimeout(timer);
    stop();
  });
}

function requirePerson(key: string | null): CastMember {
  const found = people.find((person) => person.key === key);
  if (!found) throw new BadRequest(`as: there is nobody called ${key}`);
  return found;
}
