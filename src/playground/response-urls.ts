import { randomBytes } from 'node:crypto';
import type { CastMember } from './cast';

/** The target of a response URL: a person in a channel, and the message that they pressed in, if any. */
export interface ResponseTarget {
  person: CastMember;
  channel: string;
  ts?: string;
}

const USES = 5;
const LIFE = 30 * 60 * 1000;

/** A response URL works five times within half an hour. */
export class ResponseUrls {
  #issued = new Map<string, { target: ResponseTarget; uses: number; until: number }>();
  readonly #base: string;

  constructor(base: string) {
    this.#base = base;
  }

  issue(target: ResponseTarget, now = Date.now()): string {
    this.#forgetLapsed(now);
    const key = randomBytes(12).toString('hex');
    this.#issued.set(key, { target, uses: 0, until: now + LIFE });
    return `${this.#base}/response/${key}`;
  }

  /** Counts one use. Returns Slack's error when no use is left. */
  use(key: string, now = Date.now()): ResponseTarget | 'used_url' | 'expired_url' {
    const issued = this.#issued.get(key);
    if (!issued || issued.until < now) return 'expired_url';
    if (issued.uses >= USES) return 'used_url';
    issued.uses += 1;
    return issued.target;
  }

  #forgetLapsed(now: number): void {
    for (const [key, { until }] of this.#issued) if (until < now) this.#issued.delete(key);
  }
}
