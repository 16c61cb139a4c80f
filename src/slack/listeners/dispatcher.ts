import { UserError } from '../../core/errors';
import type { Identity } from '../../core/person';
import type { Context, Handler, Routes } from '../../feature';
import type { Request } from '../answers';
import type { ChannelChange } from '../channel-change';
import { isOvertaken } from '../failures';
import { identityOf, type SentIdentity } from '../identity';
import type { Explanation } from '../to-user-message';

export interface Desk {
  routes: Routes;
  contextFor: (identity: Identity) => Promise<Context>;
  /** Keeps our tables true to what happens to channels. */
  follow: (change: ChannelChange) => Promise<void>;
  /** Puts what was thrown into words for that person, and into the log. Never rejects. */
  explain: (error: unknown, by: Identity, context: Context | undefined, channel?: string) => Promise<Explanation>;
}

type Work = (context: Context) => Promise<unknown>;
type Refuse = (explanation: Explanation) => Promise<unknown>;

/** Does the work for whoever sent the body from that channel; what it throws is explained to that person only. Never rejects. */
export async function serve(
  desk: Desk,
  body: SentIdentity,
  work: Work,
  refuse: Refuse,
  channel?: string,
): Promise<void> {
  const by = identityOf(body);
  let context: Context | undefined;
  try {
    context = await desk.contextFor(by);
    await work(context);
  } catch (error) {
    if (isOvertaken(error)) return;
    const explanation = await desk.explain(error, by, context, channel);
    await refuse(explanation).catch((failure) => desk.explain(failure, by, context));
  }
}

/** Answers a form or button that this version no longer knows. */
export const stale: Handler = async () => {
  throw new UserError({ code: 'form.stale' });
};

/** No database holds a NUL character, and nobody types one. */
export function request(asked: Partial<Request>): Request {
  const { text = '', value = '', ...rest } = asked;
  const clean = { text: text.replaceAll('\0', '\uFFFD'), value: value.replaceAll('\0', '\uFFFD') };
  return { channel: undefined, view: undefined, submission: undefined, ...rest, ...clean };
}

/** What the table itself holds under a name that came from outside. */
export function own<T>(table: Record<string, T>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
