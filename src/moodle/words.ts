const LONGEST = 300;

/** What Moodle said, fit for the log: without HTML, on one line, not long. */
function plainWords(text: string): string {
  const bare = text.replaceAll(/<(script|style)\b.*?<\/\1>/gis, ' ').replaceAll(/<[^>]*>/g, ' ');
  return bare.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** A page that came in place of data: its words up to where data begins, since that may hold people or keys. */
export function pageWords(text: string): string {
  return plainWords(text).split(/[{[]/, 1).join('').trim();
}

/** Without the secret and people, should Moodle have repeated them, and not too long. */
export function safeWords(words: string, secret: string): string {
  const written = secret === '' ? [] : [secret, encodeURIComponent(secret)];
  const safe = written.reduce((rest, one) => rest.replaceAll(one, '…'), words);
  return withoutPeople(safe).slice(0, LONGEST);
}

/** While it is debugged, Moodle tells which address or username is taken, and which value it does not like. */
function withoutPeople(words: string): string {
  return words
    .replaceAll(/\S+/g, (word) => (word.includes('@') ? '…' : word))
    .replaceAll(/(?<=\bUsername already exists: )\S+/g, '…')
    .replaceAll(/(?<=\bthe value is ").*?(?=", the server was expecting|$)/g, '…');
}

/** What Moodle says of its database while it is debugged goes on with the statement, and everything in it. */
export function wordsOfRefusal(errorcode: string | undefined, message: string): string {
  const told = errorcode?.startsWith('dml') ? message.split('(', 1).join('') : message;
  return plainWords(`${errorcode ?? 'no errorcode'}: ${told}`);
}

const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#039;': "'", '&amp;': '&' };

/** Moodle writes names for a web page, and `R&amp;D` for “R&D”. */
export function readName(text: string): string {
  return text.replaceAll(/&(?:lt|gt|quot|#039|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}
