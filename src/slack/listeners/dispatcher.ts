import { UserError } from '../../core/errors';
import type { Identity } from '../../core/identity';
import type { Translate } from '../../core/words';
import type { Answer, SlackRequest } from '../answers';
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
  toUserMessage: (error: unknown, by: Identity, context: C | undefined, about?: AboutError) => UserMessage;
  /** Used until the person's language is known. */
  t: Translate;
  /** How long an answer may take before the person is told that it is on its way; by default 1.5 s. */
  patienceMs?: number | undefined;
}

interface AboutError {
  remedy?: Message | undefined;
  /** The request was handled; its answer could not be shown. */
  isNotShown?: boolean;
}

/** Undefined when a newer request made this one pointless. */
export type Outcome<C> = { answer: Answer; context: C } | { refused: UserMessage } | undefined;

/** A request that is being handled. */
export interface Asked<C> {
  /** Never rejects. */
  outcome: Promise<Outcome<C>>;
  /** The language of the person, once it is known. */
  t: () => Translate;
  /** What to say when the answer could not be shown. */
  notShown: (error: unknown) => UserMessage;
}

/** Begins to handle a request of the sender of the body. */
export function ask<C extends Addressed>(
  dispatcher: Dispatcher<C>,
  body: SentIdentity,
  handle: (context: C) => Promise<Answer>,
  channel?: string,
): Asked<C> {
  const by = identityOf(body);
  let context: C | undefined;
  const handled = async (): Promise<Outcome<C>> => {
    try {
      context = await dispatcher.contextFor(by);
      return { answer: await handle(context), context };
    } catch (error) {
      if (isOvertaken(error)) return undefined;
      const remedy = context && (await remedyFor(error, channel, dispatcher.routes, context));
      return { refused: dispatcher.toUserMessage(error, by, context, { remedy }) };
    }
  };
  return {
    outcome: handled(),
    t: () => context?.t ?? dispatcher.t,
    notShown: (error) => dispatcher.toUserMessage(error, by, context, { isNotShown: true }),
  };
}

/** Shows the outcome; when Slack does not take the answer, says so. Never rejects. */
export async function showing<C>(
  asked: Asked<C>,
  show: (answer: Answer, context: C) => Promise<unknown>,
  refuse: Refuse,
): Promise<void> {
  const outcome = await asked.outcome;
  if (!outcome) return;
  try {
    if ('refused' in outcome) await refuse(outcome.refused);
    else await show(outcome.answer, outcome.context);
  } catch (error) {
    if (isOvertaken(error)) return;
    await refuse(asked.notShown(error), { isNotShown: true }).catch((failure) => asked.notShown(failure));
  }
}

type Work<C> = (context: C) => Promise<unknown>;
/** `isNotShown`: Slack did not take the answer, so it may not take another view either. */
type Refuse = (message: UserMessage, about?: { isNotShown: true }) => Promise<unknown>;

/** Does the work for the sender of the body; shows an error to that person only. Never rejects. */
export async function serve<C extends Addressed>(
  dispatcher: Dispatcher<C>,
  body: SentIdentity,
  work: Work<C>,
  refuse: Refuse,
): Promise<void> {
  const by = identityOf(body);
  let context: C | undefined;
  try {
    context = await dispatcher.contextFor(by);
    await work(context);
  } catch (error) {
    if (isOvertaken(error)) return;
    await refuse(dispatcher.toUserMessage(error, by, context)).catch((failure) =>
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
