import type { NoAnswer, Reply } from './classify';

/** System calls that run before anything is sent. */
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

/** Why no answer came. Keeps only names and codes of errors, because their messages may contain the request. */
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
  /** One error for each address tried. */
  errors?: unknown;
}

/** From the error of `fetch` down to the system's error; of several addresses tried, the last. */
function causesOf(error: unknown): Cause[] {
  if (!isObject(error)) return [];
  const inner = Array.isArray(error.errors) ? error.errors.at(-1) : error.cause;
  return [error, ...causesOf(inner)];
}

function isObject(value: unknown): value is Cause {
  return typeof value === 'object' && value !== null;
}
