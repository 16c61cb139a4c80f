import type { PhpValue } from './php-form';
import { invalidParameter } from './refusal';

/** Reads one parameter, or refuses it as Moodle does. Undefined means that the parameter was not sent. */
export type Read<T> = (value: PhpValue | undefined) => T;

export const text: Read<string> = (value) => {
  if (value === undefined) throw invalidParameter('Missing required key');
  if (typeof value !== 'string') throw invalidParameter('Scalar type expected, array received');
  return value;
};

export const int: Read<number> = (value) => {
  const written = text(value);
  if (!/^-?\d{1,15}$/.test(written)) throw invalidParameter(`Invalid external api parameter: ${written}`);
  return Number(written);
};

export const flag: Read<boolean> = (value) => {
  const written = text(value);
  if (!['0', '1', 'true', 'false'].includes(written))
    throw invalidParameter(`Invalid external api parameter: ${written}`);
  return written === '1' || written === 'true';
};

export function optional<T, O>(read: Read<T>, otherwise: O): Read<T | O> {
  return (value) => (value === undefined ? otherwise : read(value));
}

export function list<T>(read: Read<T>): Read<T[]> {
  return (value) => {
    if (value === undefined) throw invalidParameter('Missing required key');
    if (typeof value === 'string') throw invalidParameter('Only arrays accepted');
    return [...value.values()].map(read);
  };
}

type Fields = Record<string, Read<unknown>>;

type Values<T extends Fields> = { [K in keyof T]: ReturnType<T[K]> };

/** Accepts exactly these fields. */
export function record<T extends Fields>(fields: T): Read<Values<T>> {
  return (value) => {
    if (!(value instanceof Map)) throw invalidParameter('Only arrays accepted');
    const unexpected = [...value.keys()].filter((key) => !Object.hasOwn(fields, key));
    if (unexpected.length > 0) throw invalidParameter(`Unexpected keys (${unexpected}) detected in parameter array.`);
    const read = Object.entries(fields).map(([key, one]) => [key, one(value.get(key))]);
    return Object.fromEntries(read) as Values<T>;
  };
}
