import { plainText } from './plain-text';
import { foldKey } from './text';
import { visibleText } from './visible';

/** Limits of mail, in bytes and characters. */
const MAX_LENGTH = 254;
const MAX_LOCAL_LENGTH = 64;
const MAX_LABEL_LENGTH = 63;

/** What is left around an address cut out of a sentence or a list. */
const EDGES = /^[\p{Ps}\p{Pe}\p{Pi}\p{Pf}<>"'`,;\s]+|[\p{Ps}\p{Pe}\p{Pi}\p{Pf}<>"'`,;:.\s]+$/gu;
/** `Jane Doe <jane.doe@example.com>` */
const NAMED = /^(?<beside>[^<>@]*)<(?<address>[^<>@]+@[^<>@]+)>$/;
/** `jane.doe@example.com (Jane)` */
const REMARKED = /^(?<address>[^()@\s]+@[^()@\s]+)\s*\((?<beside>[^()]*)\)$/;
/** A link writes `jane.doe%40example.com`. */
const ESCAPED = /%[0-9a-f]{2}/i;

const LOCAL_PART = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const LABEL = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;
const TOP_LEVEL = /^(?:[a-z]{2,}|xn--[a-z0-9-]+)$/;

/**
 * The comparison key for e-mail addresses, stored and mailed to. The domain is written as mail servers write it. A
 * control character, which nobody pastes by mistake, stays: that is no address.
 */
export function emailKey(text: string): string {
  const decoded = decode(text);
  if (/\p{Cc}/u.test(decoded.trim())) return decoded;
  const key = foldKey(partsOf(decoded).address).replaceAll(EDGES, '');
  const [, local, domain] = /^([^@]+)@([^@]+)$/.exec(key) ?? [];
  return domain === undefined ? key : `${local}@${asciiDomain(domain)}`;
}

/** What stands around the address in a pasted text, such as the name in `Jane Doe <jane.doe@example.com>`; else empty. */
export function besideAddress(text: string): string {
  return plainText(partsOf(decode(text)).beside || labelOf(text));
}

function partsOf(decoded: string): { address: string; beside: string } {
  const plain = plainText(decoded.normalize('NFKC'));
  const { address = plain, beside = '' } = (NAMED.exec(plain) ?? REMARKED.exec(plain))?.groups ?? {};
  return { address, beside };
}

/** Slack and mail programs write a link to an address as `<mailto:jane.doe@example.com|Jane>`. */
function labelOf(text: string): string {
  const [, address = '', label = ''] = /^<?mailto:([^|>]*)\|([^|>]*)>?$/i.exec(visibleText(text)) ?? [];
  return emailKey(label) === emailKey(address) ? '' : label;
}

/** Whether mail can be addressed to the key: the rules of RFC 5321, with a name that has a top-level domain. */
export function isEmail(key: string): boolean {
  const [local = '', domain = '', ...others] = key.split('@');
  const labels = domain.split('.');
  return (
    others.length === 0 &&
    bytes(key) <= MAX_LENGTH &&
    bytes(local) <= MAX_LOCAL_LENGTH &&
    LOCAL_PART.test(local) &&
    labels.length > 1 &&
    labels.every((label) => label.length <= MAX_LABEL_LENGTH && LABEL.test(label)) &&
    TOP_LEVEL.test(labels.at(-1) ?? '') &&
    // Refuses `xn--a.com`, which stands for no letters.
    URL.canParse(`http://${domain}`)
  );
}

/** Moodle accepts no other addresses. */
export function isAscii(key: string): boolean {
  return /^[\x20-\x7e]*$/.test(key);
}

/** Some programs encode a link twice. */
function decode(text: string): string {
  if (!ESCAPED.test(text)) return text;
  try {
    return decode(decodeURIComponent(text));
  } catch {
    return text;
  }
}

/** `exämple.fr` and `xn--exmple-cua.fr` are one domain. */
function asciiDomain(domain: string): string {
  if (isAscii(domain) || !/^[\p{L}\p{M}\p{N}.\u3002-]+$/u.test(domain)) return domain;
  const address = `http://${domain}`;
  return URL.canParse(address) ? new URL(address).hostname : domain;
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
