import type { RichTextBlock, TableBlock } from '@slack/types';

/** The library parses mrkdwn in raw cells, and has no number cells. As rich text, cells stay literal. */
export function literalTable(block: TableBlock): TableBlock {
  const literal = (cell: TableBlock['rows'][number][number]): RichTextBlock =>
    cell.type === 'rich_text' ? cell : plainBlock(cell.text);
  return { ...block, rows: block.rows.map((row) => row.map(literal)) };
}

/** Text without any formatting. */
function plainBlock(text: string): RichTextBlock {
  const elements = text ? [{ type: 'text' as const, text }] : [];
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
}
