import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Param = string | number | boolean | Param[] | { [key: string]: Param };

/** One call and its answer by a real Moodle 4.5. */
export interface RecordedPair {
  name: string;
  function: string;
  /** Absent when there were too many to record. */
  params?: Record<string, Param>;
  status: number;
  contentType: string;
  response?: unknown;
  /** The answer when it was not JSON. */
  text?: string;
}

const folder = join(__dirname, '..', '..', 'moodle', 'pairs');

export const recordedPairs: RecordedPair[] = readdirSync(folder)
  .flatMap((file) => readFileSync(join(folder, file), 'utf8').trim().split('\n'))
  .map((line) => JSON.parse(line) as RecordedPair);
