import type { Element } from './blocks';
import type { CastMember } from './cast';
import { interaction } from './payloads';
import type { Slack } from './slack';
import type { Outcome } from './state';
import { elementOn, type Place, type Surface, surfaceAt } from './surface';
import { toTimestamp } from './timestamps';
import { type ElementState, heldBy, type Values, withElement } from './view-state';

export interface Target {
  place: Place;
  blockId: string;
  actionId: string;
  /** What the pressed button was seen to mean, which Slack sends even if the button has changed since. */
  value?: string | undefined;
  /** The modal's current input, which is sent along, as in Slack. */
  state?: Values | undefined;
}

export async function press(slack: Slack, person: CastMember, target: Target): Promise<Outcome> {
  const surface = storeInput(slack, person, target);
  const { block, element } = elementOn(surface, target);
  const { type, text, style } = element;
  const value = target.value ?? element.value;
  const action = { type, block_id: block.block_id, action_id: element.action_id, text, value, style };
  return dispatch(slack, person, surface, action);
}

/** Chooses a value. The bot is notified when the element dispatches. */
export async function choose(slack: Slack, person: CastMember, target: Target, value: unknown): Promise<Outcome> {
  const before = storeInput(slack, person, target);
  const { block, element } = elementOn(before, target);
  const held = heldBy(element, value);
  const surface = held ? hold(slack, person, target, before, held) : before;
  slack.changes.announce();
  if (block.type === 'input' && block.dispatch_action !== true) return { ok: true };
  const chosen = held ?? overflowChoice(element, value);
  return dispatch(slack, person, surface, { ...chosen, block_id: block.block_id, action_id: element.action_id });
}

function overflowChoice({ type }: Element, value: unknown): ElementState {
  return { type, selected_option: value };
}

/** Stores the modal's input before anything is sent. */
function storeInput(slack: Slack, person: CastMember, { place, state }: Target): Surface {
  const { modal } = surfaceAt(slack, person, place);
  if (modal && state) slack.modals.report(modal, state);
  return surfaceAt(slack, person, place);
}

function hold(slack: Slack, person: CastMember, target: Target, surface: Surface, held: ElementState): Surface {
  const { blockId, actionId, place } = target;
  if (surface.modal) {
    slack.modals.report(surface.modal, { [blockId]: { [actionId]: held } });
    return surfaceAt(slack, person, place);
  }
  const before = surface.details.state as { values: Values } | undefined;
  const state = { values: withElement(before?.values ?? {}, blockId, actionId, held) };
  return { ...surface, details: { ...surface.details, state } };
}

async function dispatch(
  slack: Slack,
  person: CastMember,
  surface: Surface,
  action: Record<string, unknown>,
): Promise<Outcome> {
  const payload = {
    ...interaction('block_actions', person, surface.team),
    ...surface.details,
    trigger_id: await slack.triggers.issue(person, surface.viewId),
    ...(surface.message ? { response_url: slack.responseUrls.issue({ person, ...surface.message }) } : {}),
    actions: [{ ...action, action_ts: toTimestamp(slack.clock.now()) }],
  };
  const reply = await slack.deliver(person, { kind: 'interactive', payload });
  return reply.ok ? { ok: true } : reply;
}
