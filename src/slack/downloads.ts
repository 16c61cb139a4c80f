import type { WebClient } from '@slack/web-api';

const PATIENCE_MS = 10_000;

type Download =
  | { kind: 'bytes'; bytes: Uint8Array }
  | { kind: 'too_large' }
  /** We may not read the file, or it was deleted. */
  | { kind: 'gone' }
  | { kind: 'unreachable'; why: string };

/** Downloads a file of at most `most` bytes. Sends our token to Slack only. */
export async function download(client: WebClient, address: string, most: number): Promise<Download> {
  if (!isSlacks(address, client.slackApiUrl)) return { kind: 'gone' };
  try {
    const response = await fetch(address, {
      headers: { authorization: `Bearer ${client.token}` },
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (response.status === 429 || response.status >= 500) {
      return { kind: 'unreachable', why: `the file answered HTTP ${response.status}` };
    }
    // Without the right to read, Slack serves its sign-in page.
    const isPage = response.headers.get('content-type')?.startsWith('text/html');
    if (!response.ok || isPage || !response.body) return { kind: 'gone' };
    return await readAtMost(response.body, most);
  } catch (error) {
    return { kind: 'unreachable', why: `the file did not arrive: ${(error as Error).message}` };
  }
}

async function readAtMost(body: NonNullable<Response['body']>, most: number): Promise<Download> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > most) return { kind: 'too_large' };
    chunks.push(chunk);
  }
  return { kind: 'bytes', bytes: Buffer.concat(chunks) };
}

function isSlacks(address: string, apiUrl: string): boolean {
  if (!URL.canParse(address)) return false;
  const { origin, protocol, hostname } = new URL(address);
  return origin === new URL(apiUrl).origin || (protocol === 'https:' && hostname.endsWith('.slack.com'));
}
