import { UserError } from '../../core/errors';
import type { Identity } from '../../core/identity';
import type { Translate } from '../../core/words';
import type { SlackRequest } from '../answers';
import type { Message } from '../blocks';
import type { ChannelChange } from '../channel-change';
import { isOvertaken } from '../failures';
import { identityOf, type SentIdentity } from '../identity';
import type { Handler, Routes } from '../routes';
import type { UserMessage } from '../to-user-message';

/** What the listeners themselves need of a handler's context. */
export interface Addressed {
  t: Translate;
}

export interface Dispatcher<C extends Addressed> {
  routes: Routes<C>;
  contextFor: (identity: Identity) => Promise<C>;
  /** Keeps our tables true to what happens to channels. */
  onChannelChange: (change: ChannelChange) => Promise<void>;
  /** Puts what was thrown into words for that person, and into the log. */
  toUserMessage: (error: unknown, by: Identity, context: C | undefined, remedy?: Message) => UserMessage;
}

type Work<C> = (context: C) => Promise<unknown>;
type Refuse = (message: UserMessage) => Promise<unknown>;

/** Does the work for the sender of the body; what it throws is told to that person only. Never rejects. */
export async function serve<C extends Addressed>(
  dispatcher: Dispatcher<C>,
  body: SentIdentity,
  work: Work<C>,
  refuse: Refuse,
  channel?: string,
): Promise<void> {
  const by = identityOf(body);
  let context: C | undefined;
  try {
    context = await dispatcher.contextFor(by);
    await work(context);
  } catch (error) {
    if (isOvertaken(error)) return;
    const remedy = context && (await remedyFor(error, channel, dispatcher.routes, context));
    await refuse(dispatcher.toUserMessage(error, by, context, remedy)).catch((failure) =>
      dispatcher.toUserMessage(failure, by, context),
    );
  }
}

/** A remedy that fails is none: the person gets the refusal itself. */
async function remedyFor<C>(
  error: unknown,
  channel: string | undefined,
  { remedies }: Routes<C>,
  context: C,
): Promise<Message | undefined> {
  if (!(error instanceof UserError)) return undefined;
  for (const remedy of remedies) {
    const message = await remedy({ error, channel }, context).catch(() => undefined);
    if (message) return message;
  }
  return undefined;
}

/** Answers a form or button that this version no longer knows. */
export const refuseStaleForm: Handler<unknown> = async () => {
  throw new UserError({ code: 'form.stale' });
};

/** No database holds a NUL character, and nobody types one. */
export function slackRequest(asked: Partial<SlackRequest>): SlackRequest {
  const { text = '', value = '', ...rest } = asked;
  const clean = { text: text.replaceAll('\0', '\uFFFD'), value: value.replaceAll('\0', '\uFFFD') };
  return { channel: undefined, view: undefined, submission: undefined, ...rest, ...clean };
}

/** What the table itself holds under a name that came from outside; never what it inherits. */
export function ownEntry<T>(table: Record<string, T>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
