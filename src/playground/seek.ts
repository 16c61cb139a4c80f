import { type Block, type Element, elementsOf } from './blocks';
import type { Target } from './presses';
import type { Option, State } from './state';
import type { Place } from './surface';

/** How a person identifies a button. */
export interface Label {
  label: string;
  channel?: string;
  value?: string;
  actionId?: string;
}

interface Found {
  target: Target;
  option: Option;
}

/** The newest matching button: in the top modal, else in messages, else on Home. */
export function pressable(state: State, wanted: Label): Target | undefined {
  return seek(state, wanted, buttonOf)?.target;
}

/** The newest matching menu entry, in the same order. */
export function pickable(state: State, wanted: Label): Found | undefined {
  return seek(state, wanted, entriesOf);
}

/** The options of an element that can be searched for. */
type Offers = (element: Element) => Option[];

function seek(state: State, wanted: Label, offers: Offers): Found | undefined {
  const modal = state.modals.at(-1);
  return (
    (modal && on({ where: 'modal', viewId: modal.id }, modal.blocks, wanted, offers)) ??
    inMessages(state, wanted, offers) ??
    (state.home && on({ where: 'home' }, state.home.blocks, wanted, offers))
  );
}

function inMessages(state: State, wanted: Label, offers: Offers): Found | undefined {
  const places = Object.entries(state.messages)
    .filter(([channel]) => wanted.channel === undefined || channel === wanted.channel)
    .flatMap(([channel, messages]) => messages.map((message) => ({ channel, ...message })))
    .sort((one, other) => (one.ts < other.ts ? 1 : -1));
  for (const { channel, ts, blocks = [] } of places) {
    const found = on({ where: 'message', channel, ts }, blocks as unknown as Block[], wanted, offers);
    if (found) return found;
  }
  return undefined;
}

function on(place: Place, blocks: readonly Block[], wanted: Label, offers: Offers): Found | undefined {
  for (const { block, element } of elementsOf(blocks)) {
    if (wanted.actionId !== undefined && wanted.actionId !== element.action_id) continue;
    const option = offers(element).find((one) => fits(one, wanted));
    const { action_id: actionId = '', value } = element as Element & { value?: string };
    const target = { place, blockId: block.block_id ?? '', actionId, value };
    if (option) return { target, option };
  }
  return undefined;
}

function fits({ text, value }: Option, wanted: Label): boolean {
  return text.text === wanted.label && (wanted.value === undefined || wanted.value === value);
}

/** A button counts as its own option. */
function buttonOf(element: Element): Option[] {
  return element.type === 'button' ? [element as unknown as Option] : [];
}

function entriesOf({ type, options }: Element): Option[] {
  return type === 'overflow' ? (options as Option[]) : [];
}
