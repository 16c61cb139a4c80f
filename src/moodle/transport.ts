import { classify, type Reply } from './classify';
import { limitConcurrency } from './concurrency-limit';
import type { MoodleFunction } from './functions';
import type { MoodleFailureCode, MoodleFailureKind } from './moodle';
import { MoodleFailure, OutOfTime } from './moodle-failure';
import { noAnswer } from './no-answer';
import { type PhpValue, phpForm } from './php-form';
import { safeWords } from './words';

export interface MoodleConnection {
  /** Address of Moodle; may end in a slash. */
  url: string;
  token: string;
  log?: { warn: (details: object, text: string) => void };
  /** Per call. Calls that read much may take three times as long. */
  timeoutMs?: number;
  maxAtOnce?: number;
  /** Called after every call. */
  trace?: (call: MoodleCall) => void;
}

export interface MoodleCall {
  call: string;
  ms: number;
  outcome: MoodleFailureKind | 'ok';
  code?: MoodleFailureCode;
}

export type Call = <Answer>(
  fn: MoodleFunction<Answer>,
  values?: { readonly [key: string]: PhpValue },
  /** Checked when the call's turn comes, possibly long after the request. */
  mayBegin?: () => boolean,
) => Promise<Answer>;

const PATIENCE_MS = 20_000;
const SLOW_TIMES = 3;
const MAX_AT_ONCE = 6;

/**
 * Returns a function that calls Moodle's web services. It resolves to the answer, or rejects with a `MoodleFailure`.
 */
export function openTransport(connection: MoodleConnection): Call {
  const { token, log, trace, timeoutMs = PATIENCE_MS, maxAtOnce = MAX_AT_ONCE } = connection;
  const address = `${baseAddress(connection.url)}/webservice/rest/server.php`;
  const limited = limitConcurrency(maxAtOnce);
  return (fn, values = {}, mayBegin = () => true) =>
    limited(async () => {
      if (!mayBegin()) throw new OutOfTime(fn.name);
      const began = performance.now();
      const patience = fn.isSlow ? timeoutMs * SLOW_TIMES : timeoutMs;
      const form = phpForm({ wstoken: token, wsfunction: fn.name, moodlewsrestformat: 'json', ...values });
      const result = classify(fn, await send(address, form, patience));
      const ms = Math.round(performance.now() - began);
      if (result.kind === 'ok') {
        trace?.({ call: fn.name, ms, outcome: 'ok' });
        return result.answer;
      }
      const { kind, code, isAnswered = false } = result;
      const failure = new MoodleFailure({
        kind,
        code,
        call: fn.name,
        words: safeWords(result.words, token),
        isAnswered,
      });
      trace?.({ call: fn.name, ms, outcome: kind, code });
      log?.warn({ call: fn.name, kind, code, words: failure.words, ms }, 'Moodle did not do as it was asked');
      throw failure;
    });
}

/** Removes a slash at the end, the query and a password. */
export function baseAddress(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname.replace(/\/+$/, '')}`;
}

/** PHP shows the page of a script, such as `index.php`, for every path below it, with the status of a success. */
const BELOW_A_SCRIPT = /\.php\//i;

async function send(address: string, form: URLSearchParams, timeoutMs: number): Promise<Reply> {
  const { pathname } = new URL(address);
  if (BELOW_A_SCRIPT.test(pathname)) return { kind: 'none', cause: 'elsewhere', words: `no call goes to ${pathname}` };
  try {
    const response = await fetch(address, {
      method: 'POST',
      body: form,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const contentType = response.headers.get('content-type') ?? '';
    return { kind: 'answer', status: response.status, contentType, body: await response.text() };
  } catch (error) {
    return noAnswer(error);
  }
}
