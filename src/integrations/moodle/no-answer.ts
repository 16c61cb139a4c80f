import type { NoAnswer, Reply } from './classify';

/** What fails while the way to Moodle is sought, hence before anything was sent. */
const SEEKING = ['connect', 'getaddrinfo'];
const UNSENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'];
const DISTRUSTED = [
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
];

/** Why no answer came. Only names and codes of errors are kept: their texts may hold what was sent. */
export function noAnswer(error: unknown): Reply {
  const causes = causesOf(error);
  const codes = causes.map((cause) => cause.code ?? cause.name);
  return { kind: 'none', cause: judge(causes), words: [...new Set(codes)].join(' ') };
}

function judge(causes: Cause[]): NoAnswer {
  const deepest = causes.at(-1);
  if (!deepest) return 'lost';
  if (DISTRUSTED.includes(deepest.code ?? '')) return 'distrusted';
  const isUnsent = SEEKING.includes(deepest.syscall ?? '') || UNSENT.includes(deepest.code ?? '');
  return isUnsent ? 'unsent' : 'lost';
}

type Cause = Error & { code?: string; syscall?: string };

/** From what `fetch` says down to what the system said; of several addresses tried, the last. */
function causesOf(error: unknown): Cause[] {
  if (!(error instanceof Error)) return [];
  const inner = error instanceof AggregateError ? error.errors.at(-1) : error.cause;
  return [error, ...causesOf(inner)];
}
