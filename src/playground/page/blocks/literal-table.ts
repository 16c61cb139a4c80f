import type { RichTextBlock, TableBlock } from '@slack/types';
import { plainBlock } from './plain-block';

/** The library reads marks into raw cells, and knows no numbers; as rich text they are what they say. */
export function literalTable(block: TableBlock): TableBlock {
  const literal = (cell: TableBlock['rows'][number][number]): RichTextBlock =>
    cell.type === 'rich_text' ? cell : plainBlock(cell.text);
  return { ...block, rows: block.rows.map((row) => row.map(literal)) };
}
