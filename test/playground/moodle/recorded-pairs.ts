import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Param = string | number | boolean | Param[] | { [key: string]: Param };

/** One call as a real Moodle 4.5 answered it. */
export interface RecordedPair {
  name: string;
  function: string;
  /** Left out where there were too many to write down. */
  params?: Record<string, Param>;
  status: number;
  contentType: string;
  response?: unknown;
  /** What was not JSON. */
  text?: string;
}

const folder = join(__dirname, '..', '..', 'moodle', 'pairs');

export const recordedPairs: RecordedPair[] = readdirSync(folder)
  .flatMap((file) => readFileSync(join(folder, file), 'utf8').trim().split('\n'))
  .map((line) => JSON.parse(line) as RecordedPair);
