import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Pair } from './pairs';

export const TOKEN = '0123456789abcdef0123456789abcdef';

export interface Site {
  url: string;
  /** The requests received, with their form. */
  asked: { method: string | undefined; path: string | undefined; form: URLSearchParams }[];
  answer: (answer: Answer) => void;
  close: () => Promise<void>;
}

type Answer = (response: ServerResponse, form: URLSearchParams) => void;

/** A local server that gives the last answer set, and records the requests. */
export async function openSite(): Promise<Site> {
  const asked: Site['asked'] = [];
  let current: Answer = (response) => response.end('null');
  const server = createServer(async (request, response) => {
    const form = new URLSearchParams(await bodyOf(request));
    asked.push({ method: request.method, path: request.url, form });
    current(response, form);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    answer: (answer) => {
      current = answer;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

export function json(value: unknown): Answer {
  return (response) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

export function replay({ status, contentType, body }: Pair): Answer {
  return (response) => response.writeHead(status, { 'content-type': contentType }).end(body);
}

/** The error of a failed call. */
export function failureOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => undefined,
    (error: unknown) => error,
  );
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
