import type { ServerResponse } from 'node:http';
import { BadRequest } from '../http';
import type { MoodleSite } from './moodle-site';

/** The page that links to a course open. */
export function coursePage(site: MoodleSite, id: string | null, response: ServerResponse): void {
  const course = site.courses.find((one) => String(one.id) === id);
  if (!course) throw new BadRequest('There is no such course.', 404);
  const title = course.fullname.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(`<!doctype html><meta charset="utf-8"><title>${title}</title><h1>${title}</h1>`);
}

/** The page on which people ask for a new password. */
export function passwordPage(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end('<!doctype html><meta charset="utf-8"><title>Forgotten password</title><h1>Forgotten password</h1>');
}

/** PHP runs a script for every path below it. */
export function scriptPage(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end('<!doctype html><meta charset="utf-8"><title>Moodle</title><h1>Moodle</h1>');
}
