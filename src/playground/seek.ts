import { type Block, elementsOf, type PlacedElement } from './blocks';
import type { Target } from './presses';
import type { State } from './state';
import type { Place } from './surface';

/** How a person would tell which button they mean. */
export interface Label {
  label: string;
  channel?: string;
  value?: string;
  actionId?: string;
}

/** The newest button that fits: the top modal first, then messages, then Home. */
export function pressable(state: State, wanted: Label): Target | undefined {
  const modal = state.modals.at(-1);
  return (
    (modal && on({ where: 'modal', viewId: modal.id }, modal.blocks, wanted)) ??
    inMessages(state, wanted) ??
    (state.home && on({ where: 'home' }, state.home.blocks, wanted))
  );
}

function inMessages(state: State, wanted: Label): Target | undefined {
  const places = Object.entries(state.messages)
    .filter(([channel]) => wanted.channel === undefined || channel === wanted.channel)
    .flatMap(([channel, messages]) => messages.map((message) => ({ channel, ...message })))
    .sort((one, other) => (one.ts < other.ts ? 1 : -1));
  for (const { channel, ts, blocks = [] } of places) {
    const target = on({ where: 'message', channel, ts }, blocks as unknown as Block[], wanted);
    if (target) return target;
  }
  return undefined;
}

function on(place: Place, blocks: readonly Block[], wanted: Label): Target | undefined {
  const found = elementsOf(blocks).find((placed) => fits(placed, wanted));
  return found && { place, blockId: found.block.block_id ?? '', actionId: found.element.action_id ?? '' };
}

function fits({ element }: PlacedElement, { label, value, actionId }: Label): boolean {
  if (element.type !== 'button') return false;
  const said = (element.text as { text: string }).text;
  const right = (wish: string | undefined, is: unknown) => wish === undefined || wish === is;
  return said === label && right(value, element.value) && right(actionId, element.action_id);
}
