/** A result in the REST server's XML format, its default. */
export function xmlOf(result: unknown): string {
  return `<?xml version="1.0" encoding="UTF-8" ?>\n<RESPONSE>\n${element(result)}</RESPONSE>\n`;
}

export function xmlOfRefusal(exception: string, errorcode: string, message: string): string {
  const lines = [`<ERRORCODE>${escaped(errorcode)}</ERRORCODE>`, `<MESSAGE>${escaped(message)}</MESSAGE>`];
  return `<?xml version="1.0" encoding="UTF-8" ?>\n<EXCEPTION class="${escaped(exception)}">\n${lines.join('\n')}\n</EXCEPTION>\n`;
}

function element(value: unknown): string {
  if (value === null || value === undefined) return '<VALUE null="null"/>\n';
  if (Array.isArray(value)) return `<MULTIPLE>\n${value.map(element).join('')}</MULTIPLE>\n`;
  if (typeof value !== 'object') return `<VALUE>${escaped(plain(value))}</VALUE>\n`;
  const keys = Object.entries(value).map(([key, inner]) => `<KEY name="${escaped(key)}">${element(inner)}</KEY>\n`);
  return `<SINGLE>\n${keys.join('')}</SINGLE>\n`;
}

/** PHP writes booleans as 1 and 0. */
function plain(value: unknown): string {
  return typeof value === 'boolean' ? String(Number(value)) : String(value);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
