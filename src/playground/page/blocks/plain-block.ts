import type { RichTextBlock } from '@slack/types';

/** Text in which nothing is a mark. */
export function plainBlock(text: string): RichTextBlock {
  const elements = text ? [{ type: 'text' as const, text }] : [];
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
}
