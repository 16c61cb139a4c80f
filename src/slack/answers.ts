import type { ModalView, View } from '@slack/types';
import type { Message } from './blocks';
import type { SentView } from './sent-view';

/** What a person asked for, whichever way they asked. */
export interface SlackRequest {
  /** What was typed: a command's words, or the query of a type-ahead list. */
  text: string;
  channel: string | undefined;
  /** Of the button pressed or the option chosen. */
  value: string;
  /** The modal it was asked from. */
  view: SentView | undefined;
  /** Names this one submission, so that a repeat has no second effect. */
  submission: string | undefined;
  /** Where a command can be answered afterwards. */
  answerAddress?: string | undefined;
}

/**
 * What the person is to see. `show` opens a modal, or replaces the one they are in; `push` puts one on top of it. A press
 * or a submission that replaced a modal has the one underneath refreshed.
 */
export type Answer = { show: ModalView } | { push: ModalView } | { say: Message } | { home: View } | undefined;
