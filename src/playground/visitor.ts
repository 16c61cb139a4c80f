import type { IncomingMessage } from 'node:http';
import { BadRequest } from './http';

const LOCAL = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/**
 * Throws BadRequest unless this machine asks: a program, or our own page. A browser says on whose behalf it asks; another
 * site's page can neither read nor do anything, only lead people to our pages.
 */
export function refuseOtherSites(request: IncomingMessage, isPage: boolean): void {
  const { host = '', origin, 'sec-fetch-site': site } = request.headers;
  if (!LOCAL.test(host)) throw new BadRequest('The local workspace is only for this machine.', 403);
  const isOurs = site === undefined || site === 'same-origin' || site === 'none';
  const isOurOrigin = origin === undefined || origin.toLowerCase() === `http://${host.toLowerCase()}`;
  if (isOurs && isOurOrigin) return;
  if (isPage && isLink(request)) return;
  throw new BadRequest('The local workspace is not for the pages of other sites.', 403);
}

/** A person follows a link in a window of its own, not inside another page. */
function isLink({ method, headers }: IncomingMessage): boolean {
  const { origin, 'sec-fetch-mode': mode, 'sec-fetch-dest': target } = headers;
  return method === 'GET' && origin === undefined && mode === 'navigate' && target === 'document';
}

/** The media type that the request states, without its parameters. */
export function mediaType({ headers }: IncomingMessage): string {
  return (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}
