import type { IncomingMessage, ServerResponse } from 'node:http';

const LARGEST = 5 * 1024 * 1024;

/** Thrown for a request that cannot be understood. The server answers with its status. */
export class BadRequest extends Error {
  constructor(
    message: string,
    readonly status = 400,
  ) {
    super(message);
  }
}

export function addressOf(request: IncomingMessage): URL {
  const { url = '/' } = request;
  if (!URL.canParse(url, 'http://local')) throw new BadRequest('The address cannot be read.');
  return new URL(url, 'http://local');
}

export async function readBody(request: IncomingMessage): Promise<string> {
  return (await readBytes(request, LARGEST)).toString('utf8');
}

export async function readBytes(request: IncomingMessage, largest: number): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largest) throw new BadRequest('The request is too large.', 413);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export async function readJson(request: IncomingMessage): Promise<unknown> {
  const text = await readBody(request);
  try {
    return JSON.parse(text);
  } catch {
    throw new BadRequest('The body is not JSON.');
  }
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  if (response.writableEnded || response.destroyed) return;
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify(value));
}
