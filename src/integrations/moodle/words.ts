const LONGEST = 300;

/** What Moodle said, fit for the log: without HTML, on one line, not long. */
export function plainWords(text: string): string {
  const bare = text.replaceAll(/<(script|style)\b.*?<\/\1>/gis, ' ').replaceAll(/<[^>]*>/g, ' ');
  return bare.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** A page that came in place of data: its words up to where data begins, since that may hold people or keys. */
export function pageWords(text: string): string {
  return plainWords(text).split(/[{[]/, 1).join('').trim();
}

/** Without the secret, should Moodle have repeated it, and not too long. */
export function safeWords(words: string, secret: string): string {
  const written = secret === '' ? [] : [secret, encodeURIComponent(secret)];
  return written.reduce((safe, one) => safe.replaceAll(one, '…'), words).slice(0, LONGEST);
}

const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#039;': "'", '&amp;': '&' };

/** Moodle writes names for a web page, and `R&amp;D` for “R&D”. */
export function readName(text: string): string {
  return text.replaceAll(/&(?:lt|gt|quot|#039|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}
