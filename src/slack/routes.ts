import type { UserError } from '../core/errors';
import type { Field } from '../core/field';
import type { Answer, SlackRequest } from './answers';
import type { Message, Option } from './blocks';
import type { NEXT_PAGE, PREVIOUS_PAGE } from './paging';

/** Reads the request, calls one service, returns one view. `C` is what every handler gets; what it throws is put into words elsewhere. */
export type Handler<C> = (request: SlackRequest, context: C) => Promise<Answer>;

/** Answers a type-ahead list. */
export type OptionsHandler<C> = (request: SlackRequest, context: C) => Promise<Option[]>;

export interface Refused {
  error: UserError;
  channel: string | undefined;
}

/** The message that a refused person gets in place of the refusal, with a way out of it; undefined where it offers none. */
export type Remedy<C> = (refused: Refused, context: C) => Promise<Message | undefined>;

/** What tells us at once in a modal: an input, or a button of a list's pages. */
type InputName = Field | typeof NEXT_PAGE | typeof PREVIOUS_PAGE;

/** Everything people can do, by the names that Slack sends. */
export interface Routes<C> {
  /** By the first word after the slash command; `unknown` gets all else. */
  commands: Record<string, Handler<C>>;
  unknown: Handler<C>;
  shortcuts: Record<string, Handler<C>>;
  /** By action id, for buttons in messages, modals and the Home. */
  actions: Record<string, Handler<C>>;
  /** By the modal's callback id. */
  inputs: Record<string, { [Name in InputName]?: Handler<C> }>;
  /** By the modal's callback id. */
  submissions: Record<string, Handler<C>>;
  /** By the callback id of a modal that a submission on top of it may have made untrue: shows it again. */
  refreshes: Record<string, Handler<C>>;
  /** By the modal's callback id, for type-ahead lists. */
  options: Record<string, { [Name in Field]?: OptionsHandler<C> }>;
  home: Handler<C>;
  /** Tried in their order; the first message counts. */
  remedies: readonly Remedy<C>[];
}
