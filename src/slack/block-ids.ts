import type { ActionsBlock, KnownBlock, SectionBlock } from '@slack/types';

type Pressable = ActionsBlock | SectionBlock;

const MAX_LENGTH = 255;

/**
 * Names the blocks with buttons, so that a press of what a person sees still fits when the view or the message changed
 * in place meanwhile. Slack would give new names at each change.
 */
export function withBlockIds(blocks: readonly KnownBlock[]): KnownBlock[] {
  const rows = blocks.filter(({ type }) => type === 'actions').length;
  const taken = new Map<string, number>();
  return blocks.map((block) => {
    if (block.block_id || !isPressable(block)) return block;
    const name = nameOf(block, rows).slice(0, MAX_LENGTH - 5);
    const before = taken.get(name) ?? 0;
    taken.set(name, before + 1);
    return { ...block, block_id: before === 0 ? name : `${name}#${before + 1}` };
  });
}

function isPressable(block: KnownBlock): block is Pressable {
  return block.type === 'actions' || (block.type === 'section' && block.accessory?.type === 'button');
}

/** A row of buttons keeps its name when one of them comes or goes. */
function nameOf(block: Pressable, rows: number): string {
  if (block.type === 'section') return block.accessory?.type === 'button' ? keyOf(block.accessory) : '';
  const buttons = block.elements.filter((element) => element.type === 'button');
  const value = buttons.find((button) => button.value)?.value;
  return rows === 1 || !value ? 'actions' : `actions:${value}`;
}

function keyOf({ action_id = '', value = '' }: { action_id?: string; value?: string }): string {
  return `${action_id}:${value}`;
}
