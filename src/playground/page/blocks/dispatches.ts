import type { ElementState, Placed } from '../form-values';

/** While a year is being typed it counts from zero. */
const EARLIEST = '1900-01-01';

/** Whether the bot hears of this change: a field of a form only when asked for, text at Enter and not at every letter. */
export function dispatches({ input }: Placed, state: ElementState): boolean {
  if ('value' in state) return false;
  if (state.type === 'datepicker' && state.selected_date && state.selected_date < EARLIEST) return false;
  return input === undefined || input.dispatch_action === true;
}
