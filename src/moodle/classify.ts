import { z } from 'zod';
import type { MoodleFunction } from './functions';
import { judgeRefusal, type Verdict } from './refusals';
import { pageWords, wordsOfRefusal } from './words';

/** The outcome of a request: an HTTP answer, or none. */
export type Reply =
  | { kind: 'answer'; status: number; contentType: string; body: string }
  | { kind: 'none'; cause: NoAnswer; words: string };

/**
 * `unsent`: the call cannot have reached Moodle. `distrusted`: the same, because its certificate is wrong. `elsewhere`:
 * the same, because the address is not that of a Moodle.
 */
export type NoAnswer = 'unsent' | 'distrusted' | 'elsewhere' | 'lost';

type Classified<Answer> =
  | { kind: 'ok'; answer: Answer }
  /** `isAnswered`: Moodle itself refused, so it is no longer working on the call. */
  | { kind: Verdict[0]; code: Verdict[1]; words: string; isAnswered?: true };

/** An unreadable answer: repeat a read, but look first after a write. */
const UNREADABLE = { reads: ['retry', 'moodle.unreadable'], writes: ['look', 'moodle.uncertain'] } as const;
const LOST = { reads: ['retry', 'moodle.unreachable'], writes: ['look', 'moodle.uncertain'] } as const;
/** Moodle answers XML when it did not see our request for JSON; it may have executed the call all the same. */
const XML = { reads: ['misconfigured', 'moodle.address'], writes: ['look', 'moodle.uncertain'] } as const;

const exception = z.object({
  exception: z.string(),
  errorcode: z.string().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
});

/** Classifies a reply: the answer, or what went wrong. */
export function classify<Answer>(fn: MoodleFunction<Answer>, reply: Reply): Classified<Answer> {
  if (reply.kind === 'none') return failed(judgeSilence(fn, reply.cause), reply.words);
  if (reply.status !== 200) return failed(judgeStatus(fn, reply.status), `HTTP ${reply.status}`, reply.body);
  const json = parse(reply.body);
  if (!json) return failed(judgePage(fn, reply), reply.contentType || 'no content type', reply.body);
  const refusal = exception.safeParse(json.value);
  if (refusal.success) {
    const { errorcode, message = '' } = refusal.data;
    return { ...failed(judgeRefusal(fn, errorcode), wordsOfRefusal(errorcode, message)), isAnswered: true };
  }
  const answer = fn.answer.safeParse(json.value);
  if (answer.success) return { kind: 'ok', answer: answer.data };
  return failed(either(fn, UNREADABLE), `not what was expected at ${places(answer.error)}`);
}

function judgeSilence(fn: MoodleFunction<unknown>, cause: NoAnswer): Verdict {
  if (cause === 'distrusted') return ['misconfigured', 'moodle.certificate'];
  if (cause === 'elsewhere') return ['misconfigured', 'moodle.address'];
  return cause === 'unsent' ? LOST.reads : either(fn, LOST);
}

/** Moodle itself answers 200 for everything, except 503 in maintenance and 403 with its web services off. */
function judgeStatus(fn: MoodleFunction<unknown>, status: number): Verdict {
  if (status === 503) return ['retry', 'moodle.maintenance'];
  if (status === 429) return ['retry', 'moodle.unreachable'];
  if (status >= 500) return either(fn, LOST);
  if (status === 403) return ['misconfigured', 'moodle.services_off'];
  if (isElsewhere(status)) return ['misconfigured', 'moodle.address'];
  return status >= 400 ? ['permanent', 'moodle.refused'] : either(fn, UNREADABLE);
}

/** A redirect, another kind of access control, or nothing: this is not where Moodle takes calls. */
function isElsewhere(status: number): boolean {
  return (status >= 300 && status < 400) || [401, 404, 405, 407, 410, 421].includes(status);
}

function judgePage(fn: MoodleFunction<unknown>, { contentType, body }: { contentType: string; body: string }): Verdict {
  const isXml = /^(application|text)\/xml\b/i.test(contentType) || body.trimStart().startsWith('<?xml');
  return either(fn, isXml ? XML : UNREADABLE);
}

function either(fn: MoodleFunction<unknown>, verdicts: { reads: Verdict; writes: Verdict }): Verdict {
  return fn.writes ? verdicts.writes : verdicts.reads;
}

function failed([kind, code]: Verdict, words: string, page = '') {
  return { kind, code, words: `${words} ${pageWords(page)}`.trim() };
}

function parse(body: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(body) };
  } catch {
    return undefined;
  }
}

/** Paths only, because values may be personal data. */
function places(error: z.ZodError): string {
  return error.issues.map((issue) => issue.path.join('.') || 'the top').join(', ');
}
