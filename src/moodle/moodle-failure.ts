import type { MoodleFailureCode, MoodleFailureKind } from './moodle';

/** A call that Moodle refused, or did not answer as it should. Never contains the token. */
export class MoodleFailure extends Error {
  readonly kind: MoodleFailureKind;
  readonly code: MoodleFailureCode;
  /** The web service function that was called. */
  readonly call: string;
  /** Moodle's own message, for the log only: it is in Moodle's language and may contain HTML. */
  readonly words: string;
  /** Moodle itself refused the call, or never received it. An answer of a proxy is not certain. */
  readonly isCertain: boolean;
  /** Moodle has not answered and may still be working on the call. */
  readonly mayGoOn: boolean;
  /** Nothing is decided yet: the call is repeated once Moodle is back, or once an administrator has fixed it. */
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

/** The call was not sent, because too little time was left; the next delivery attempt continues here. */
export class OutOfTime extends MoodleFailure {
  constructor(call: string) {
    super({ kind: 'retry', code: 'moodle.uncertain', call, words: 'too little time was left', isAnswered: true });
  }
}
