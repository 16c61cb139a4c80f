import type { FetchFunction, WebClient } from '@slack/web-api';
import { classify, isTokenRefused } from './failures';

/** How long an accepted token counts as accepted. */
const TRUST_MS = 60_000;

/** What our calls to Slack met lately. */
export class SlackContact {
  #isAnswering = false;
  #isTokenAccepted = false;
  #askedAt = Number.NEGATIVE_INFINITY;

  /** For clients, whose every call tells whether Slack answers. */
  readonly fetch: FetchFunction = async (url, init) => {
    try {
      const response = await fetch(url, init as RequestInit);
      this.#isAnswering = response.status < 500;
      return response;
    } catch (error) {
      this.#isAnswering = false;
      throw error;
    }
  };

  get isGood(): boolean {
    return this.#isAnswering && this.#isTokenAccepted;
  }

  /** Asks Slack, with a client that uses our `fetch`, but only when in doubt, or when the token was not tried lately. */
  async refresh(client: WebClient): Promise<void> {
    if (this.isGood && performance.now() - this.#askedAt < TRUST_MS) return;
    this.#askedAt = performance.now();
    await client.auth.test().then(
      () => {
        this.#isTokenAccepted = true;
      },
      (error) => {
        if (classify(error).kind === 'permanent' || isTokenRefused(error)) this.#isTokenAccepted = false;
      },
    );
  }
}
