const MAX_LENGTH = 300;

/** Moodle's message for the log: without HTML, on one line, shortened. */
function plainWords(text: string): string {
  const bare = text.replaceAll(/<(script|style)\b.*?<\/\1>/gis, ' ').replaceAll(/<[^>]*>/g, ' ');
  return bare.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** A page in place of data: its text up to the start of any data, which may contain people or keys. */
export function pageWords(text: string): string {
  return plainWords(text).split(/[{[]/, 1).join('').trim();
}

/** Removes the secret and personal data, should Moodle repeat them, and shortens the text. */
export function safeWords(words: string, secret: string): string {
  const written = secret === '' ? [] : [secret, encodeURIComponent(secret)];
  const safe = written.reduce((rest, one) => rest.replaceAll(one, '…'), words);
  return withoutPeople(safe).slice(0, MAX_LENGTH);
}

/** In debug mode, Moodle names the address or username that is taken, and the value that it refuses. */
function withoutPeople(words: string): string {
  return words
    .replaceAll(/\S+/g, (word) => (word.includes('@') ? '…' : word))
    .replaceAll(/(?<=\bUsername already exists: )\S+/g, '…')
    .replaceAll(/(?<=\bthe value is ").*?(?=", the server was expecting|$)/g, '…');
}

/** In debug mode, an error of Moodle's database continues with the statement and its values. */
export function wordsOfRefusal(errorcode: string | undefined, message: string): string {
  const shown = errorcode?.startsWith('dml') ? message.split('(', 1).join('') : message;
  return plainWords(`${errorcode ?? 'no errorcode'}: ${shown}`);
}

const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#039;': "'", '&amp;': '&' };

/** Moodle escapes names for HTML: `R&amp;D` is “R&D”. */
export function readName(text: string): string {
  return text.replaceAll(/&(?:lt|gt|quot|#039|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}
