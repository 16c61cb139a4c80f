import { admit } from './admission';
import type { MoodleSite } from './moodle-site';
import { type PhpArray, plainValue } from './php-form';
import { MoodleRefusal } from './refusal';
import { xmlOf, xmlOfRefusal } from './xml';

interface Answer {
  status: number;
  type: string;
  body: string;
}

const aboutTheCall = /^(wstoken|wsfunction|moodlewsrestformat|moodlewssetting.*)$/;

/** The parameters of the function itself. */
export function paramsOf(form: PhpArray): PhpArray {
  return new Map([...form].filter(([name]) => !aboutTheCall.test(name)));
}

export function functionOf(form: PhpArray): string {
  return String(form.get('wsfunction') ?? '');
}

/** Answers a call as the REST server does; a refusal has status 200 too. */
export function answerCall(site: MoodleSite, form: PhpArray, refusal?: MoodleRefusal): Answer {
  const inJson = form.get('moodlewsrestformat') === 'json';
  if (site.settings.condition === 'cli_maintenance') return html(503, '<html><body>Under maintenance</body></html>');
  if (!site.settings.webServices) return html(403, '');
  try {
    return written(call(site, form, refusal), inJson);
  } catch (error) {
    if (error instanceof MoodleRefusal) return refused(site, error, inJson);
    throw error;
  } finally {
    site.changes.announce();
  }
}

function call(site: MoodleSite, form: PhpArray, refusal: MoodleRefusal | undefined): unknown {
  const params = paramsOf(form);
  site.calls.push({ function: functionOf(form), params: Object.fromEntries(entriesOf(params)) });
  const admitted = admit(site, form);
  if (refusal) throw refusal;
  return admitted(site, params);
}

function entriesOf(params: PhpArray): [string, unknown][] {
  return [...params].map(([name, value]) => [name, plainValue(value)]);
}

function written(result: unknown, inJson: boolean): Answer {
  return inJson ? json(JSON.stringify(result)) : xml(xmlOf(result));
}

function refused({ settings }: MoodleSite, error: MoodleRefusal, inJson: boolean): Answer {
  const { exception, errorcode, debuginfo } = error;
  const isShown = debuginfo !== undefined && settings.debug !== 'none';
  const message = isShown && settings.debug === 'developer' ? `${error.message} (${debuginfo})` : error.message;
  if (!inJson) return xml(xmlOfRefusal(exception, errorcode ?? '', message));
  return json(JSON.stringify({ exception, errorcode, message, ...(isShown ? { debuginfo } : {}) }));
}

const json = (body: string): Answer => ({ status: 200, type: 'application/json', body });
const xml = (body: string): Answer => ({ status: 200, type: 'application/xml; charset=utf-8', body });
const html = (status: number, body: string): Answer => ({ status, type: 'text/html; charset=utf-8', body });
