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
  const names = causes.flatMap(({ name, code }) => [code, name].filter((one) => typeof one === 'string').slice(0, 1));
  return { kind: 'none', cause: judge(causes.at(-1)), words: [...new Set(names)].join(' ') };
}

function judge(cause: Cause | undefined): NoAnswer {
  const { code, syscall } = cause ?? {};
  if (DISTRUSTED.some((one) => one === code)) return 'distrusted';
  const isUnsent = SEEKING.some((one) => one === syscall) || UNSENT.some((one) => one === code);
  return isUnsent ? 'unsent' : 'lost';
}

interface Cause {
  name?: unknown;
  code?: unknown;
  syscall?: unknown;
  cause?: unknown;
  /** Of several addresses that were tried. */
  errors?: unknown;
}

/** From what `fetch` says down to what the system said; of several addresses tried, the last. */
function causesOf(error: unknown): Cause[] {
  if (!isObject(error)) return [];
  const inner = Array.isArray(error.errors) ? error.errors.at(-1) : error.cause;
  return [error, ...causesOf(inner)];
}

function isObject(value: unknown): value is Cause {
  return typeof value === 'object' && value !== null;
}
