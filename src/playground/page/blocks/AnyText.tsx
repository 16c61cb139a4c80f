import type { TextObject } from '@slack/types';
import { MarkedText } from './MarkedText';
import { PlainText } from './PlainText';

export function AnyText({ text }: { text: TextObject }) {
  return text.type === 'mrkdwn' ? <MarkedText text={text.text} /> : <PlainText text={text.text} />;
}
