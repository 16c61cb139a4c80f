import { type Logger, pino } from 'pino';
import type { Workspace } from '../../../src/playground/workspace';

const ERROR = 50;
/** Failures that only a busy machine causes. */
const LATE = /did not answer in 3 s|expired_trigger_id/;
/** Expected refusals: outdated views, a fourth modal, unknown people and channels. The product continues after each. */
const FORESEEN = [
  /^Slack refused views\.update: (not_found|hash_conflict)$/,
  /^Slack refused views\.push: push_limit_reached$/,
  /^Slack refused (users|conversations)\.\w+: (user_not_found|channel_not_found|name_taken)$/,
];
/** The limit for a whole walk. An action that never answers exceeds it. */
const MAX_LATE = 5;

/** Collects errors in the log and failures of the workspace, step by step. */
export class Watch {
  readonly log: Logger;
  late = 0;
  #logged: string[] = [];
  #seen = 0;

  constructor() {
    this.log = pino({ level: 'warn' }, { write: (line: string) => this.#logged.push(line) });
  }

  /** The problems since the last call. */
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
