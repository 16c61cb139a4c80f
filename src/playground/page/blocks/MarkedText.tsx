import { useMemo } from 'react';
import { DrawnBlock } from './DrawnBlock';
import { richText } from './mrkdwn';

/** Slack's mrkdwn, turned into rich text as Slack does itself, then drawn. */
export function MarkedText({ text }: { text: string }) {
  const block = useMemo(() => richText(text), [text]);
  return <DrawnBlock block={block} />;
}
