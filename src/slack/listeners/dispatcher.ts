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

/** The part of a handler's context that the listeners need. */
export interface Addressed {
  t: Translate;
}

export interface Dispatcher<C extends Addressed> {
  routes: Routes<C>;
  contextFor: (identity: Identity) => Promise<C>;
  /** Applies a change of a channel to our tables. */
  onChannelChange: (change: ChannelChange) => Promise<void>;
  /** Turns an error into words for that person, and logs it. */
  toUserMessage: (error: unknown, by: Identity, context: C | undefined, remedy?: Message) => UserMessage;
}

type Work<C> = (context: C) => Promise<unknown>;
type Refuse = (message: UserMessage) => Promise<unknown>;

/** Does the work for the sender of the body; shows an error to that person only. Never rejects. */
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

/** When the remedy itself fails, the person gets the refusal. */
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

/** Replaces NUL characters, which databases refuse and nobody types. */
export function slackRequest(asked: Partial<SlackRequest>): SlackRequest {
  const { text = '', value = '', ...rest } = asked;
  const clean = { text: text.replaceAll('\0', '\uFFFD'), value: value.replaceAll('\0', '\uFFFD') };
  return { channel: undefined, view: undefined, submission: undefined, ...rest, ...clean };
}

/** Own entries only, because the name comes from outside. */
export function ownEntry<T>(table: Record<string, T>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
