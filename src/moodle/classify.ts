import { z } from 'zod';
import type { MoodleFunction } from './functions';
import { judgeRefusal, type Verdict } from './refusals';
import { pageWords, wordsOfRefusal } from './words';

/** What came back: an answer of whatever kind, or none. */
export type Reply =
  | { kind: 'answer'; status: number; contentType: string; body: string }
  | { kind: 'none'; cause: NoAnswer; words: string };

/** `unsent`: Moodle cannot have got the call. `distrusted`: nor did it, since its certificate is wrong. */
export type NoAnswer = 'unsent' | 'distrusted' | 'lost';

type Classified<Answer> =
  | { kind: 'ok'; answer: Answer }
  /** `isAnswered`: Moodle itself has said so, hence it is not at work on it any more. */
  | { kind: Verdict[0]; code: Verdict[1]; words: string; isAnswered?: true };

/** An answer that nobody can be sure about: read again, but look first after writing. */
const UNREADABLE = { reads: ['retry', 'moodle.unreadable'], writes: ['look', 'moodle.uncertain'] } as const;
const LOST = { reads: ['retry', 'moodle.unreachable'], writes: ['look', 'moodle.uncertain'] } as const;
/** Moodle answers XML when it did not see that we asked for JSON; what was asked may be done all the same. */
const XML = { reads: ['misconfigured', 'moodle.address'], writes: ['look', 'moodle.uncertain'] } as const;

const exception = z.object({
  exception: z.string(),
  errorcode: z.string().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
});

/** What a reply means for whoever called: the answer, or what went wrong. */
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
  return cause === 'unsent' ? LOST.reads : either(fn, LOST);
}

/** Moodle itself answers 200 whatever it thinks, or 503 in maintenance and 403 with its web services off. */
function judgeStatus(fn: MoodleFunction<unknown>, status: number): Verdict {
  if (status === 503) return ['retry', 'moodle.maintenance'];
  if (status === 429) return ['retry', 'moodle.unreachable'];
  if (status >= 500) return either(fn, LOST);
  if (status === 403) return ['misconfigured', 'moodle.services_off'];
  if (isElsewhere(status)) return ['misconfigured', 'moodle.address'];
  return status >= 400 ? ['permanent', 'moodle.refused'] : either(fn, UNREADABLE);
}

/** A way to somewhere else, a door with another lock, or nothing: this is not where Moodle takes calls. */
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

/** Where, and not what: values may be people's. */
function places(error: z.ZodError): string {
  return error.issues.map((issue) => issue.path.join('.') || 'the top').join(', ');
}
