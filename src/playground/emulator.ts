import { request } from 'undici';
import { bot, homeTeam, people } from './cast';
import type { Clock } from './clock';
import { Timestamps } from './timestamps';
import { Translator } from './translator';

export interface Answer {
  ok: boolean;
  error?: string;
  [field: string]: unknown;
}

/** The owner of a call's token: the app with its scopes, Slack with all scopes, the workspace owner, or a person. */
type Caller = 'app' | 'slack' | 'owner' | (string & {});

/** `emulate` limits a token to 5,000 calls an hour, so each caller has several and rotates them. */
const TOKENS_EACH = 40;

/** The stateful Web API behind the gateway. Callers use only ids that never change. */
export class Emulator {
  readonly ids = new Translator();
  readonly #timestamps: Timestamps;
  readonly #url: string;
  readonly #close: () => Promise<void>;
  #turn = 0;

  private constructor(url: string, clock: Clock, close: () => Promise<void>) {
    this.#url = url;
    this.#timestamps = new Timestamps(clock, this.ids);
    this.#close = close;
  }

  static async start(scopes: readonly string[], clock: Clock): Promise<Emulator> {
    const { createEmulator } = await import('emulate');
    const running = await createEmulator({ service: 'slack', port: 0, seed: { slack: seed(scopes) } });
    const { port } = new URL(running.url);
    return new Emulator(`http://127.0.0.1:${port}/api/`, clock, () => running.close());
  }

  /** `ts` is the timestamp that a restored message keeps. */
  async call(caller: Caller, method: string, body: Record<string, unknown>, ts?: string): Promise<Answer> {
    const asked = this.ids.inward(body);
    this.#turn = (this.#turn + 1) % TOKENS_EACH;
    const { statusCode, body: answered } = await request(this.#url + method, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${caller}-${this.#turn}` },
      body: JSON.stringify(asked),
    });
    const text = await answered.text();
    if (statusCode === 404) return { ok: false, error: 'unknown_method' };
    if (statusCode !== 200) throw new Error(`emulate answered ${statusCode} to ${method}: ${text}`);
    const answer: Answer = JSON.parse(text);
    const made = madeUp(method, answer);
    if (made) this.#timestamps.replace(made, String(answer.channel ?? asked.channel), ts);
    return JSON.parse(this.ids.outward(text));
  }

  /** Throws when `emulate` refuses the call, because that is a bug here. */
  async must(caller: Caller, method: string, body: Record<string, unknown>): Promise<Answer> {
    const answer = await this.call(caller, method, body);
    if (!answer.ok) throw new Error(`emulate refused ${method}: ${answer.error}`);
    return answer;
  }

  close(): Promise<void> {
    return this.#close();
  }
}

/** The timestamp that a call created. */
function madeUp(method: string, { ts, message_ts, message }: Answer): string | undefined {
  switch (method) {
    case 'chat.postMessage':
      return ts as string | undefined;
    case 'chat.postEphemeral':
      return message_ts as string | undefined;
    case 'chat.update':
      return (message as { edited: { ts: string } } | undefined)?.edited.ts;
    default:
      return undefined;
  }
}

function seed(scopes: readonly string[]) {
  const asBot = { user_id: bot.userId, app_id: bot.appId, bot_id: bot.botId };
  return {
    team: { name: homeTeam.name, domain: homeTeam.domain },
    users: people.map(({ key, name, email }) => ({ name: key, real_name: name, ...(email && { email }) })),
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
