import type { AnyElement, ElementState, Placed } from '../form-values';

/** While a year is being typed it counts from zero. */
const EARLIEST = '1900-01-01';

interface Written extends AnyElement {
  dispatch_action_config?: { trigger_actions_on?: string[] };
}

/** Whether the bot hears of every letter, not only at Enter. */
function isLive({ input, element }: Placed): boolean {
  const { dispatch_action_config: config }: Written = element;
  return input?.dispatch_action === true && config?.trigger_actions_on?.includes('on_character_entered') === true;
}

/** Whether the bot hears of this change: a field of a form only when asked for, text at Enter unless it wants every letter. */
export function dispatches(placed: Placed, state: ElementState): boolean {
  const { input } = placed;
  if ('value' in state) return isLive(placed);
  if (state.type === 'datepicker' && state.selected_date && state.selected_date < EARLIEST) return false;
  return input === undefined || input.dispatch_action === true;
}
