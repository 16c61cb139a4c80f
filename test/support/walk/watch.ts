import { type Logger, pino } from 'pino';
import type { Workspace } from '../../../src/playground/workspace';

const ERROR = 50;
/** What a busy machine brings about, and nothing else. */
const LATE = /did not answer in 3 s|expired_trigger_id/;
/** Views the person was quicker than or that change twice, a fourth modal, and people and channels that are not there: the product goes on. */
const FORESEEN = [
  /^Slack refused views\.update: (not_found|hash_conflict)$/,
  /^Slack refused views\.push: push_limit_reached$/,
  /^Slack refused (users|conversations)\.\w+: (user_not_found|channel_not_found|name_taken)$/,
];
/** So many a whole walk may see; something that never answers is met more often. */
const MAX_LATE = 5;

/** Reads what the product logged and what the workspace found fault with, a step at a time. */
export class Watch {
  readonly log: Logger;
  late = 0;
  #logged: string[] = [];
  #seen = 0;

  constructor() {
    this.log = pino({ level: 'warn' }, { write: (line: string) => this.#logged.push(line) });
  }

  /** What went wrong since it was asked last. */
  troubles({ failures }: Workspace): string[] {
    const fresh = failures.filter(({ id }) => id > this.#seen).map(({ text }) => text);
    this.#seen = failures.at(-1)?.id ?? this.#seen;
    const logged = this.#logged.filter((line) => JSON.parse(line).level >= ERROR || /could not be/.test(line));
    this.#logged = [];
    const all = [...fresh, ...logged];
    this.late += fresh.filter((one) => LATE.test(one)).length;
    if (this.late > MAX_LATE) return [`The bot was late ${this.late} times`, ...all];
    return all.filter((one) => !LATE.test(one) && !FORESEEN.some((known) => known.test(one)));
  }
}
