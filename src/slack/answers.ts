import type { ModalView, View } from '@slack/types';
import type { Message } from './blocks';
import type { SentView } from './sent-view';

/** A request from a person, by command, button, form or list. */
export interface SlackRequest {
  /** The text of a command, or the query of a type-ahead list. */
  text: string;
  channel: string | undefined;
  /** The value of the pressed button or the chosen option. */
  value: string;
  /** The modal that the request comes from. */
  view: SentView | undefined;
  /** Identifies the submission, so that a repeat has no second effect. */
  submission: string | undefined;
  /** Address for later answers to a command. */
  answerAddress?: string | undefined;
}

export interface HomeAnswer {
  home: View;
  /** Queues the Home anew, for when Slack took this one late or not at all, and may show an older one. */
  redraw?: (about: { mayLandLater: boolean }) => Promise<void>;
}

/**
 * The response that the person sees. `show` opens a modal, or replaces the current one; `push` puts one on top of it.
 * When a press or a submission replaces a modal, the modal underneath is refreshed.
 */
export type Answer = { show: ModalView } | { push: ModalView } | { say: Message } | HomeAnswer | undefined;
