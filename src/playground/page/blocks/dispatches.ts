import type { AnyElement, ElementState, Placed } from '../form-values';

/** While a person types a year, the field reports years from 0 on. */
const EARLIEST = '1900-01-01';

interface Written extends AnyElement {
  dispatch_action_config?: { trigger_actions_on?: string[] };
}

/** True when the bot receives every character, not only Enter. */
function isLive({ input, element }: Placed): boolean {
  const { dispatch_action_config: config }: Written = element;
  return input?.dispatch_action === true && config?.trigger_actions_on?.includes('on_character_entered') === true;
}

/** True when the bot receives this change: form fields only on request, text at Enter unless every character counts. */
export function dispatches(placed: Placed, state: ElementState): boolean {
  const { input } = placed;
  if ('value' in state) return isLive(placed);
  if (state.type === 'datepicker' && state.selected_date && state.selected_date < EARLIEST) return false;
  return input === undefined || input.dispatch_action === true;
}
