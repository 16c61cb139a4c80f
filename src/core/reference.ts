import { plainText } from './plain-text';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SEATS = 2 ** 30;
// An odd multiplier permutes the numbers below 2^30: references look unrelated, never collide, and need no look-up.
const SCRAMBLE = 662_607_015n;
const UNSCRAMBLE = inverse(SCRAMBLE, BigInt(SEATS));
const OFFSET = 299_792_458n;

/** The largest row id in the database. */
const LAST_ID = 2 ** 31 - 1;

/** `B` and ten digits, such as `B0000000012`: the order's row id. */
export function orderReference(id: number): string {
  return `B${String(id).padStart(10, '0')}`;
}

export function parseOrderReference(text: string): number | undefined {
  const match = /^B(\d{10})$/i.exec(plainText(text));
  const id = Number(match?.[1]);
  return id <= LAST_ID ? id : undefined;
}

/**
 * `S-` and six characters of Crockford's base 32, such as `S-7K3M9Q`. Covers 1,073,741,824 seats; throws RangeError
 * beyond.
 */
export function seatReference(id: number): string {
  if (!Number.isInteger(id) || id < 0 || id >= SEATS) throw new RangeError(`No reference for seat number ${id}.`);
  let number = Number((BigInt(id) * SCRAMBLE + OFFSET) % BigInt(SEATS));
  let code = '';
  for (let position = 0; position < 6; position += 1) {
    code = ALPHABET[number % 32] + code;
    number = Math.floor(number / 32);
  }
  return `S-${code}`;
}

/** Accepts any case, O for 0, and I or L for 1, as Crockford's base 32 allows. */
export function parseSeatReference(text: string): number | undefined {
  const match = /^S-?([0-9A-Z]{6})$/.exec(plainText(text).toUpperCase());
  if (!match?.[1]) return undefined;
  const code = match[1].replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  let number = 0;
  for (const character of code) {
    const digit = ALPHABET.indexOf(character);
    if (digit < 0) return undefined;
    number = number * 32 + digit;
  }
  const modulus = BigInt(SEATS);
  return Number(((((BigInt(number) - OFFSET) % modulus) + modulus) * UNSCRAMBLE) % modulus);
}

/** References by row id, such as `request:12`, for buttons and the ledger. */
export function numberedReference(kind: string): {
  write: (id: number) => string;
  parse: (text: string) => number | undefined;
} {
  const pattern = new RegExp(`^${kind}:(\\d{1,9})$`);
  const parse = (text: string) => {
    const id = pattern.exec(text)?.[1];
    return id === undefined ? undefined : Number(id);
  };
  return { write: (id) => `${kind}:${id}`, parse };
}

function inverse(value: bigint, modulus: bigint): bigint {
  let [previous, current] = [modulus, value % modulus];
  let [previousFactor, factor] = [0n, 1n];
  while (current !== 0n) {
    const quotient = previous / current;
    [previous, current] = [current, previous - quotient * current];
    [previousFactor, factor] = [factor, previousFactor - quotient * factor];
  }
  return ((previousFactor % modulus) + modulus) % modulus;
}
