import { createContext, useContext } from 'react';
import type { Outcome } from '../client';
import type { ElementState, Placed } from '../form-values';
import type { Option } from '../workspace-state';

export interface OptionList {
  label?: string;
  options: Option[];
}

/** What the elements of one message, modal or Home share: their values, and the way to the bot. */
export interface Surface {
  stateOf(placed: Placed): ElementState | undefined;
  /** Keeps the value; the bot hears of it when the element says so to Slack. */
  change(placed: Placed, state: ElementState): void;
  /** Tells the bot the value as it is, for a text field after Enter. */
  dispatch(placed: Placed): Promise<void>;
  press(placed: Placed, value: string | undefined): Promise<Outcome>;
  pick(placed: Placed, option: Option): Promise<Outcome>;
  suggest(placed: Placed, query: string): Promise<OptionList[]>;
}

const Context = createContext<Surface | undefined>(undefined);

export const SurfaceContext = Context.Provider;

export function useSurface(): Surface {
  const surface = useContext(Context);
  if (!surface) throw new Error('Elements need a surface around them.');
  return surface;
}
