import { useMemo } from 'react';
import { DrawnBlock } from './DrawnBlock';
import { richText } from './mrkdwn';

/** Draws Slack's mrkdwn. Converts it to rich text first, as Slack does. */
export function MarkedText({ text }: { text: string }) {
  const block = useMemo(() => richText(text), [text]);
  return <DrawnBlock block={block} />;
}
