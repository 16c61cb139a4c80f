import type { Param } from './recorded-pairs';

export interface Asked {
  function: string;
  params: Record<string, Param>;
  token: string;
  format: 'json' | 'xml';
  method: 'GET' | 'POST';
}

export interface Answered {
  status: number;
  contentType: string | null;
  text: string;
}

/** Calls a web service as an ordinary client does. */
export async function ask(url: string, { function: name, params, token, format, method }: Asked): Promise<Answered> {
  const form = new URLSearchParams({ wstoken: token, wsfunction: name });
  if (format === 'json') form.set('moodlewsrestformat', 'json');
  for (const [key, value] of variablesOf(params)) form.append(key, value);
  const address = `${url}/webservice/rest/server.php`;
  const response = method === 'GET' ? await fetch(`${address}?${form}`) : await fetch(address, { method, body: form });
  return { status: response.status, contentType: response.headers.get('content-type'), text: await response.text() };
}

/** Writes arrays as PHP variables: `a[0][b]`. */
function variablesOf(params: Record<string, Param>): [string, string][] {
  return Object.entries(params).flatMap(([key, value]) => flatten(key, value));
}

function flatten(key: string, value: Param): [string, string][] {
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([inner, one]) => flatten(`${key}[${inner}]`, one));
  return [[key, typeof value === 'boolean' ? String(Number(value)) : String(value)]];
}
