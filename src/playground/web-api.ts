import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { bot } from './cast';
import { channelMethods } from './channel-methods';
import type { Answer } from './emulator';
import type { Fault } from './faults';
import { fileMethods } from './file-methods';
import { addressOf, readBody, sendJson } from './http';
import { messageMethods } from './message-methods';
import { peopleMethods } from './people-methods';
import { pinMethods } from './pin-methods';
import { reasonOf, refused } from './refusal';
import type { Slack } from './slack';
import { connectionMethods } from './socket-methods';
import { viewMethods } from './view-methods';
import { mediaType } from './visitor';

type Method = (slack: Slack, body: Record<string, unknown>) => Promise<Answer>;

/** Methods that do more than `emulate`. All others are forwarded unchanged. */
const methods = new Map<string, Method>(
  Object.entries({
    ...messageMethods,
    ...pinMethods,
    ...peopleMethods,
    ...viewMethods,
    ...connectionMethods,
    ...fileMethods,
    ...channelMethods,
  }),
);

/** Answers one call of the bot as Slack would, including faults. */
export async function serveWebApi(slack: Slack, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const method = addressOf(request).pathname.slice('/api/'.length);
  const body = parseCall(await readBody(request), mediaType(request));
  response.setHeader('x-oauth-scopes', slack.manifest.oauth_config.scopes.bot.join(','));
  const refusal = checkToken(method, request.headers.authorization, body);
  if (refusal) return sendJson(response, 200, refused(refusal));
  const { token: _, ...args } = body;
  slack.record({ method, body: args, at: Date.now() });
  const fault = slack.faults.take(method);
  if (fault && (await strike(fault, response))) return;
  const retryAfter = slack.limits?.take(method, args.channel, performance.now());
  if (retryAfter) return void (await strike({ kind: 'rate_limited', retryAfter }, response));
  const answer = await (methods.get(method) ?? passOn(method))(slack, args);
  if (!answer.ok && !isLate(method, answer)) slack.fail(`Slack refused ${method}: ${reasonOf(answer)}`);
  slack.changes.announce();
  if (fault?.kind === 'lost') response.destroy();
  else sendJson(response, 200, answer);
}

function passOn(method: string): Method {
  return (slack, body) => slack.emulator.call('app', method, body);
}

/** Returns true when the fault was the whole answer. */
export async function strike(fault: Fault, response: ServerResponse): Promise<boolean> {
  switch (fault.kind) {
    case 'rate_limited':
      response.setHeader('retry-after', String(fault.retryAfter));
      sendJson(response, 429, refused('ratelimited'));
      return true;
    case 'http':
      sendJson(response, fault.status, refused('internal_error'));
      return true;
    case 'error':
      sendJson(response, 200, refused(fault.error));
      return true;
    case 'slow':
      await sleep(fault.ms);
      return false;
    case 'lost':
      return false;
  }
}

/** The person closed the modal meanwhile, which is not an error of the bot. */
function isLate(method: string, answer: Answer): boolean {
  return method === 'views.update' && answer.error === 'not_found';
}

function checkToken(method: string, header: string | undefined, body: Record<string, unknown>): string | undefined {
  const token = header?.replace(/^Bearer\s+/i, '') ?? body.token;
  if (!token) return 'not_authed';
  if (token !== bot.token && token !== bot.appToken) return 'invalid_auth';
  const expected = method.startsWith('apps.connections.') ? bot.appToken : bot.token;
  return token === expected ? undefined : 'not_allowed_token_type';
}

/** Parses the arguments, sent as JSON or as a form with JSON inside. */
function parseCall(text: string, type: string): Record<string, unknown> {
  if (type === 'application/json') return parseObject(text);
  const fields = Object.fromEntries(new URLSearchParams(text));
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, decode(name, value)]));
}

const structured = new Set(['blocks', 'view', 'metadata', 'attachments']);

function decode(name: string, value: string): unknown {
  if (!structured.has(name)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return value && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
