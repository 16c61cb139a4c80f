import { type Block, elementsOf, type PlacedElement } from '../../../src/playground/blocks';
import type { Target } from '../../../src/playground/presses';
import type { State } from '../../../src/playground/state';
import type { Place } from '../../../src/playground/surface';

export interface Spot extends PlacedElement {
  target: Target;
}

/** The newest messages of a channel; older ones are out of view. */
const IN_SIGHT = 6;

/** The elements that a person can use now: only those of the top modal, if one is open. */
export function inReach(state: State): Spot[] {
  const modal = state.modals.at(-1);
  if (modal) return spots({ where: 'modal', viewId: modal.id }, modal.blocks);
  const inMessages = Object.entries(state.messages).flatMap(([channel, messages]) =>
    messages
      .slice(-IN_SIGHT)
      .flatMap(({ ts, blocks = [] }) => spots({ where: 'message', channel, ts }, blocks as unknown as Block[])),
  );
  return [...inMessages, ...(state.home ? spots({ where: 'home' }, state.home.blocks) : [])];
}

/** True when the element notifies the bot at once. */
export function tellsAtOnce({ block, element }: Spot): boolean {
  if (element.type === 'file_input') return false;
  return block.type !== 'input' || block.dispatch_action === true;
}

export function isInput({ block }: Spot): boolean {
  return block.type === 'input';
}

function spots(place: Place, blocks: readonly Block[]): Spot[] {
  return elementsOf(blocks).map(({ block, element }) => {
    return { block, element, target: { place, blockId: block.block_id ?? '', actionId: element.action_id ?? '' } };
  });
}
