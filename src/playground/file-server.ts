import type { IncomingMessage, ServerResponse } from 'node:http';
import { bot } from './cast';
import { addressOf, BadRequest, readBytes } from './http';
import { missingScope } from './scopes';
import type { Slack } from './slack';
import { mediaType } from './visitor';
import { strike } from './web-api';

/** Slack's limit for one file of a form, in bytes. */
const LARGEST_FILE = 10 * 1024 * 1024;

/** Accepts the bot's upload to the address it was given, as raw bytes or as a form. */
export async function takeUpload(slack: Slack, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const id = addressOf(request).pathname.slice('/upload/'.length);
  if (!slack.files.find(id)) throw new BadRequest('There is no such upload.', 404);
  const type = request.headers['content-type'] ?? '';
  const body = await readBytes(request, LARGEST_FILE);
  slack.files.fill(id, type.startsWith('multipart/') ? await fileIn(body, type) : body);
  response.writeHead(200, { 'content-type': 'text/plain' }).end(`OK - ${body.length}`);
}

/** Sends a file to the bot. Without the bot's token, redirects to the sign-in page, as Slack does. */
export async function giveFile(slack: Slack, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, id = ''] = /^\/files-pri\/[^/]*-(F[A-Z0-9]+)\//.exec(addressOf(request).pathname) ?? [];
  slack.record({ method: 'url_private', body: { id }, at: Date.now() });
  const fault = slack.faults.take('url_private');
  if (fault && (await strike(fault, response))) return;
  const file = slack.files.find(id);
  const mayRead = !missingScope(slack, 'files:read');
  if (!file || !mayRead || request.headers.authorization !== `Bearer ${bot.token}`) {
    response.writeHead(302, { location: `${slack.url}/?redir=${id}` }).end();
  } else if (fault?.kind === 'lost') response.destroy();
  else response.writeHead(200, { 'content-type': 'text/csv' }).end(file.bytes);
}

async function fileIn(body: Uint8Array<ArrayBuffer>, type: string): Promise<Uint8Array> {
  const form = await new Response(body, { headers: { 'content-type': type } }).formData();
  const [part] = [...form.values()];
  return typeof part === 'string' || !part ? Buffer.from(part ?? '') : new Uint8Array(await part.arrayBuffer());
}

/** Accepts a file that a person chooses in a form, and stores it as theirs. */
export async function takeFromPerson(
  slack: Slack,
  person: { userId: string; team: { id: string } },
  name: string,
  request: IncomingMessage,
) {
  // Cross-site requests with this type need a CORS preflight, which fails here.
  if (mediaType(request) !== 'application/octet-stream') throw new BadRequest('Send bytes.', 415);
  const bytes = await readBytes(request, LARGEST_FILE);
  return slack.upload(person, { name, content: bytes });
}
