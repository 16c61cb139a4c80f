import { createContext, useContext } from 'react';
import type { Outcome } from '../client';
import type { ElementState, Placed } from '../form-values';
import type { Option } from '../workspace-state';

export interface OptionList {
  label?: string;
  options: Option[];
}

/** The values of one message, modal or Home, and its connection to the bot; shared by its elements. */
export interface Surface {
  stateOf(placed: Placed): ElementState | undefined;
  /** Stores the value. The bot is notified when the element dispatches. */
  change(placed: Placed, state: ElementState): void;
  /** Sends the current value to the bot, for a text field after Enter. */
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
