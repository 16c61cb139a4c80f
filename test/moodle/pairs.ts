import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import * as functions from '../../src/moodle/functions';
import type { PhpValue } from '../../src/moodle/php-form';

/** One call as a real Moodle 4.5 answered it, with its meaning: `ok`, or a kind of failure and its code. */
export interface Pair {
  name: string;
  function: string;
  /** Missing when there were too many to record. */
  params?: { [key: string]: PhpValue };
  status: number;
  contentType: string;
  body: string;
  expected: string;
}

interface Line extends Omit<Pair, 'body'> {
  response?: unknown;
  /** The body, when it was not JSON. */
  text?: string;
}

const FOLDER = join(__dirname, 'pairs');

export const PAIRS: Pair[] = readdirSync(FOLDER)
  .flatMap((file) => readFileSync(join(FOLDER, file), 'utf8').trim().split('\n'))
  .map((line) => JSON.parse(line) as Line)
  .map(({ response, text, ...pair }) => ({ ...pair, body: text ?? JSON.stringify(response) }));

export function recorded(fn: string, name: string): Pair {
  const pair = PAIRS.find((one) => one.function === fn && one.name === name);
  if (!pair) throw new Error(`Nothing was recorded as ${name} of ${fn}`);
  return pair;
}

const KNOWN = Object.values(functions).filter((one) => typeof one === 'object');
const WRITING = ['core_role_assign_roles', 'core_role_unassign_roles'];

/** The function as the client calls it. One that the client never calls accepts any answer. */
export function functionOf(name: string): functions.MoodleFunction<unknown> {
  const known = KNOWN.find((one) => one.name === name);
  return known ?? functions.moodleFunction(name, z.unknown(), { writes: WRITING.includes(name) });
}
