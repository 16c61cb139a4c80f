import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Slack's own tolerance, which bounds how long a copied request can be repeated. */
const MAX_AGE_SECONDS = 300;

interface Signature {
  digest: Buffer;
  timestamp: string;
}

/** Undefined when the headers cannot be those of a request that Slack sent just now. */
export function signatureIn(headers: IncomingHttpHeaders, nowMs: number): Signature | undefined {
  const [, digest] = /^v0=([0-9a-f]{64})$/.exec(String(headers['x-slack-signature'])) ?? [];
  const [timestamp] = /^\d{1,12}$/.exec(String(headers['x-slack-request-timestamp'])) ?? [];
  if (!digest || !timestamp || Math.abs(nowMs / 1_000 - Number(timestamp)) > MAX_AGE_SECONDS) return undefined;
  return { digest: Buffer.from(digest, 'hex'), timestamp };
}

/** Over the bytes as they came: nothing is decoded before its sender is known. */
export function isSigned({ digest, timestamp }: Signature, body: Buffer, secret: string): boolean {
  const expected = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest();
  return timingSafeEqual(digest, expected);
}
