import type { RichTextBlock, TableBlock } from '@slack/types';

/** The library reads marks into raw cells, and knows no numbers; as rich text they are what they say. */
export function literalTable(block: TableBlock): TableBlock {
  const literal = (cell: TableBlock['rows'][number][number]): RichTextBlock =>
    cell.type === 'rich_text' ? cell : plainBlock(cell.text);
  return { ...block, rows: block.rows.map((row) => row.map(literal)) };
}

/** Text in which nothing is a mark. */
function plainBlock(text: string): RichTextBlock {
  const elements = text ? [{ type: 'text' as const, text }] : [];
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
}
