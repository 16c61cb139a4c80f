import type { ModalView } from '@slack/types';
import type { Translate } from '../core/words';
import { type Message, modal } from './blocks';

/** A text for a person who is in a modal, or has no channel for an answer. */
export function noticeView(message: Message, t: Translate): ModalView {
  return modal({ id: 'notice', title: t('title.notice'), close: t('action.close') }, message.blocks);
}
