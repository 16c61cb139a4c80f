import { randomBytes } from 'node:crypto';

/** A block as it is sent: only the type is known, every other property is kept. */
export interface Block {
  type: string;
  block_id?: string;
  [field: string]: unknown;
}

export interface Element {
  type: string;
  action_id?: string;
  [field: string]: unknown;
}

export interface PlacedElement {
  block: Block;
  element: Element;
}

/** Every element that a person can press or fill in, in reading order. */
export function elementsOf(blocks: readonly Block[]): PlacedElement[] {
  return blocks.flatMap((block) => {
    if (block.type === 'container') return elementsOf(list<Block>(block.child_blocks));
    return candidates(block)
      .filter((element) => element.type !== 'image')
      .map((element) => ({ block, element }));
  });
}

/** The blocks, with ids added where they are missing, as Slack does. */
export function withIds(blocks: readonly Block[]): Block[] {
  const copy = structuredClone(blocks) as Block[];
  nameBlocks(copy);
  return copy;
}

function nameBlocks(blocks: Block[]): void {
  for (const block of blocks) {
    block.block_id ??= randomId();
    for (const element of candidates(block)) {
      if (element.type !== 'image') element.action_id ??= randomId();
    }
    if (block.type === 'container') nameBlocks(list<Block>(block.child_blocks));
  }
}

function candidates(block: Block): Element[] {
  switch (block.type) {
    case 'section':
      return block.accessory ? [block.accessory as Element] : [];
    case 'input':
      return [block.element as Element];
    case 'actions':
    case 'context_actions':
      return list<Element>(block.elements);
    case 'card':
      return list<Element>(block.actions);
    case 'carousel':
      return list<Block>(block.elements).flatMap(candidates);
    default:
      return [];
  }
}

function list<Item>(value: unknown): Item[] {
  return Array.isArray(value) ? value.filter((item): item is Item => item !== null && typeof item === 'object') : [];
}

function randomId(): string {
  return randomBytes(4).toString('base64url').slice(0, 5);
}
