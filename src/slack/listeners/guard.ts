import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { HTTPReceiver, Logger } from '@slack/bolt';
import { BodyReader, RefusedBody } from './body-reader';
import { refuse } from './refuse';
import { isSigned, signatureIn } from './signature';

const PATH = '/slack/events';
/** Several times the largest form. */
export const MAX_BYTES = 1024 * 1024;
/** Slack's check of our certificate, the only request that it does not sign, has fewer. */
const MAX_UNSIGNED_BYTES = 1024;
const COMPLAIN_EVERY_MS = 60_000;
const COMPLAINT =
  'A request is refused, because Slack did not sign it just now. If it came from Slack, compare SLACK_SIGNING_SECRET with your app’s Basic Information page, and set the clock of this machine.';
const FORM = 'application/x-www-form-urlencoded';

interface Guard {
  receiver: HTTPReceiver;
  secret: string;
  bodies: BodyReader;
  complain: () => void;
}

/**
 * Passes requests to Bolt's receiver, which trusts them: first a request's size and signature are checked, over its
 * bytes, and only then is it parsed. Bodies that Bolt would crash on are refused.
 */
export function guardedListener(receiver: HTTPReceiver, secret: string, logger: Logger): RequestListener {
  const complain = onceInAWhile(() => logger.warn(COMPLAINT));
  const guard = { receiver, secret, bodies: new BodyReader(), complain };
  return (request, response) => {
    serve(guard, request, response).catch((error: unknown) => {
      refuse(request, response, error instanceof RefusedBody ? error.status : 400);
    });
  };
}

async function serve(guard: Guard, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { receiver, secret, bodies } = guard;
  if (request.method !== 'POST' || request.url?.split('?')[0] !== PATH) return refuse(request, response, 404);
  const declared = Number(request.headers['content-length'] ?? 0);
  if (declared > MAX_BYTES) return refuse(request, response, 413);
  const signature = signatureIn(request.headers, Date.now());
  if (!signature && (await isCertificateCheck(bodies, request, declared))) return refuse(request, response, 200);
  const body = signature && (await bodies.read(request, MAX_BYTES));
  if (!body || !isSigned(signature, body, secret)) return refuseUnsigned(guard, request, response);
  if (request.headers['content-type']?.toLowerCase().startsWith(FORM)) request.headers['content-type'] = FORM;
  if (!holdsObject(body, request.headers['content-type'])) return refuse(request, response, 400);
  receiver.requestListener(Object.assign(request, { rawBody: body }), response);
}

function refuseUnsigned({ complain }: Guard, request: IncomingMessage, response: ServerResponse): void {
  if (request.headers['x-slack-signature'] !== undefined) complain();
  refuse(request, response, 401);
}

/** Strangers could fill the log. */
function onceInAWhile(act: () => void): () => void {
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    if (performance.now() - last < COMPLAIN_EVERY_MS) return;
    last = performance.now();
    act();
  };
}

async function isCertificateCheck(bodies: BodyReader, request: IncomingMessage, declared: number): Promise<boolean> {
  if (declared > MAX_UNSIGNED_BYTES) return false;
  const body = await bodies.read(request, MAX_UNSIGNED_BYTES).catch(() => Buffer.alloc(0));
  return /(^|&)ssl_check=1(&|$)/.test(body.toString('latin1'));
}

function holdsObject(body: Buffer, contentType: string | undefined): boolean {
  const text = body.toString();
  const payload = contentType === FORM ? new URLSearchParams(text).get('payload') : text;
  if (payload === null) return true;
  try {
    const parsed: unknown = JSON.parse(payload);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
  } catch {
    return false;
  }
}
