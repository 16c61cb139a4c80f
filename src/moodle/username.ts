import { createHash } from 'node:crypto';
import { foldKey } from '../core/text';

/** Moodle's column holds no more. */
const LONGEST = 100;
const HASH_LENGTH = 8;

/**
 * The username that goes with an e-mail address, whoever asks and however they write it: of two who create the same
 * account at once, Moodle then refuses one. Moodle takes only lower case, digits and `-_.@`.
 */
export function usernameFor(email: string): string {
  const folded = foldKey(email);
  const bare = folded.normalize('NFKD').replaceAll(/[^a-z0-9\-_.@]/g, '');
  if (bare === folded && bare.length <= LONGEST) return bare;
  const hash = createHash('sha256').update(folded).digest('hex').slice(0, HASH_LENGTH);
  return `${bare.slice(0, LONGEST - HASH_LENGTH - 1)}-${hash}`;
}
