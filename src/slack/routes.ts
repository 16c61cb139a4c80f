import type { UserError } from '../core/errors';
import type { Field } from '../core/field';
import type { Answer, SlackRequest } from './answers';
import type { Message, Option } from './blocks';
import type { NEXT_PAGE, PREVIOUS_PAGE } from './paging';

/**
 * Reads the request, calls one service, returns one view. `C` is the context of every handler. The dispatcher turns
 * errors into words.
 */
export type Handler<C> = (request: SlackRequest, context: C) => Promise<Answer>;

/** Returns the options of a type-ahead list. */
export type OptionsHandler<C> = (request: SlackRequest, context: C) => Promise<Option[]>;

export interface Refused {
  error: UserError;
  channel: string | undefined;
}

/** The message with a way out that replaces the refusal; undefined when there is none. */
export type Remedy<C> = (refused: Refused, context: C) => Promise<Message | undefined>;

/** A part of a modal that reports each change: an input, or a paging button. */
type InputName = Field | typeof NEXT_PAGE | typeof PREVIOUS_PAGE;

/** Begins the action ids of buttons that change nothing. */
export const OPENING = 'open_';

/** Everything that people can do, by the names that Slack sends. */
export interface Routes<C> {
  /** By the first word after the slash command; `unknown` handles the rest. */
  commands: Record<string, Handler<C>>;
  unknown: Handler<C>;
  shortcuts: Record<string, Handler<C>>;
  /** By action id, for buttons in messages, modals and the Home. Those that only show something begin with `open_`. */
  actions: Record<string, Handler<C>>;
  /** By the modal's callback id. */
  inputs: Record<string, { [Name in InputName]?: Handler<C> }>;
  /** By the modal's callback id. */
  submissions: Record<string, Handler<C>>;
  /**
   * By the callback id of a modal that a submission on top of it, or another person, may have outdated: draws it again,
   * as things are now.
   */
  refreshes: Record<string, Handler<C>>;
  /** By the modal's callback id, for type-ahead lists. */
  options: Record<string, { [Name in Field]?: OptionsHandler<C> }>;
  home: Handler<C>;
  /** Tried in order; the first message wins. */
  remedies: readonly Remedy<C>[];
}
