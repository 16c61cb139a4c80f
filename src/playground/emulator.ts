import { bot, homeTeam, people } from './cast';
import { Translator } from './translator';

export interface Answer {
  ok: boolean;
  error?: string;
  [field: string]: unknown;
}

/** Whose token a call is made with: the app's own scopes, all of them, the owner's, or a person's. */
export type Caller = 'app' | 'slack' | 'owner' | (string & {});

/** `emulate` cuts a token off after 5,000 calls in an hour, so each caller has many and uses them in turn. */
const TOKENS_EACH = 40;

/** The stateful Web API behind the gateway; speaks only ids that never change. */
export class Emulator {
  readonly ids = new Translator();
  readonly #url: string;
  readonly #close: () => Promise<void>;
  #turn = 0;

  private constructor(url: string, close: () => Promise<void>) {
    this.#url = url;
    this.#close = close;
  }

  static async start(scopes: readonly string[]): Promise<Emulator> {
    const { createEmulator } = await import('emulate');
    const running = await createEmulator({ service: 'slack', port: 0, seed: { slack: seed(scopes) } });
    const { port } = new URL(running.url);
    return new Emulator(`http://127.0.0.1:${port}/api/`, () => running.close());
  }

  async call(caller: Caller, method: string, body: Record<string, unknown>): Promise<Answer> {
    this.#turn = (this.#turn + 1) % TOKENS_EACH;
    const response = await fetch(this.#url + method, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${caller}-${this.#turn}` },
      body: JSON.stringify(this.ids.inward(body)),
    });
    const text = await response.text();
    if (response.status === 404) return { ok: false, error: 'unknown_method' };
    if (!response.ok) throw new Error(`emulate answered ${response.status} to ${method}: ${text}`);
    return JSON.parse(this.ids.outward(text));
  }

  /** A call that cannot be refused unless we are wrong. */
  async must(caller: Caller, method: string, body: Record<string, unknown>): Promise<Answer> {
    const answer = await this.call(caller, method, body);
    if (!answer.ok) throw new Error(`emulate refused ${method}: ${answer.error}`);
    return answer;
  }

  close(): Promise<void> {
    return this.#close();
  }
}

function seed(scopes: readonly string[]) {
  const asBot = { user_id: bot.userId, app_id: bot.appId, bot_id: bot.botId };
  return {
    team: { name: homeTeam.name, domain: homeTeam.domain },
    users: people.map(({ key, name }) => ({ name: key, real_name: name })),
    oauth_apps: [
      {
        app_id: bot.appId,
        bot_id: bot.botId,
        bot_user_id: bot.userId,
        bot_name: 'seats',
        name: bot.name,
        client_id: 'local',
        client_secret: 'local',
        redirect_uris: [],
        scopes,
      },
    ],
    tokens: [
      ...tokens('app', { ...asBot, scopes }),
      ...tokens('slack', asBot),
      ...tokens('owner', { user_id: 'U000000001' }),
      ...people.flatMap(({ key }) => tokens(key, { user: key })),
    ],
    strict_scopes: true,
  };
}

function tokens(caller: Caller, grant: Record<string, unknown>) {
  return Array.from({ length: TOKENS_EACH }, (_, turn) => ({ ...grant, token: `${caller}-${turn}` }));
}
