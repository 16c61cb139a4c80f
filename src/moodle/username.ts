import { createHash } from 'node:crypto';
import { emailKey } from '../core/email';

/** Size of Moodle's column, in characters. */
const MAX_LENGTH = 100;
const HASH_LENGTH = 8;

/**
 * The username for an e-mail address, the same for every caller and spelling: when two calls create an account at once,
 * Moodle refuses one. Moodle accepts only lower case, digits and `-_.@`.
 */
export function usernameFor(email: string): string {
  const folded = emailKey(email);
  const bare = folded.normalize('NFKD').replaceAll(/[^a-z0-9\-_.@]/g, '');
  if (bare === folded && bare.length <= MAX_LENGTH) return bare;
  const hash = createHash('sha256').update(folded).digest('hex').slice(0, HASH_LENGTH);
  return `${bare.slice(0, MAX_LENGTH - HASH_LENGTH - 1)}-${hash}`;
}
