import type { MoodleFailureCode, MoodleFailureKind } from './moodle';

/** A call that Moodle refused, or did not answer as it should. It never holds the token. */
export class MoodleFailure extends Error {
  readonly kind: MoodleFailureKind;
  readonly code: MoodleFailureCode;
  /** The web service function that was called. */
  readonly call: string;
  /** Moodle's own words, for the log alone: they are in Moodle's language, and may hold HTML. */
  readonly words: string;
  /** Moodle itself has said that it does not do it, or was never asked: nobody who stands between has. */
  readonly isCertain: boolean;
  /** Moodle has not answered, so it may still be at work on it. */
  readonly mayGoOn: boolean;
  /** Nothing is decided about what was asked: it is asked again, once Moodle is back or somebody has mended it. */
  readonly isForLater: boolean;

  constructor(failure: {
    kind: MoodleFailureKind;
    code: MoodleFailureCode;
    call: string;
    words: string;
    isAnswered?: boolean;
  }) {
    super(`${failure.call}: ${failure.code}`);
    this.name = 'MoodleFailure';
    this.kind = failure.kind;
    this.code = failure.code;
    this.call = failure.call;
    this.words = failure.words;
    this.isForLater = failure.kind === 'retry' || failure.kind === 'misconfigured';
    this.isCertain = failure.isAnswered ?? false;
    this.mayGoOn = failure.kind === 'look' && failure.code === 'moodle.uncertain' && !failure.isAnswered;
  }
}

/** It was not begun: the next turn goes on where this one ends. */
export function outOfTime(call: string): MoodleFailure {
  const words = 'too little time was left';
  return new MoodleFailure({ kind: 'retry', code: 'moodle.uncertain', call, words, isAnswered: true });
}
