import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Locator } from '../client';
import {
  type ElementState,
  elementsOf,
  heldBy,
  keepPresent,
  type Placed,
  stateFor,
  stateOf,
  type Values,
} from '../form-values';
import { useWorkspaceContext } from '../workspace-context';
import type { KnownBlock } from '../workspace-state';
import { dispatches } from './dispatches';
import { listsOf } from './option-lists';
import type { Surface } from './surface';
import { useSoon } from './use-soon';

/** Milliseconds. Like Slack, does not notify the bot of every character while a person types fast. */
const PAUSE = 250;

interface FormProps {
  /** Must be the same object as long as the place is the same. */
  locator: Locator;
  blocks: KnownBlock[];
  /** The values that the server has stored. */
  kept?: Values | undefined;
  onChange?: ((blockId: string) => void) | undefined;
}

interface Form {
  surface: Surface;
  values(): Values;
}

/** The values of one surface. They survive an update of its blocks where block and action still exist. */
export function useForm({ locator, blocks, kept, onChange }: FormProps): Form {
  const { perform } = useWorkspaceContext();
  const [typed, setTyped] = useState<Values>({});
  const latest = useRef({ typed, blocks, kept });
  useEffect(() => setTyped((before) => keepPresent(before, blocks)), [blocks]);
  useLayoutEffect(() => {
    latest.current = { typed, blocks, kept };
  }, [typed, blocks, kept]);

  const soon = useSoon(PAUSE);

  return useMemo(() => {
    const values = () => stateOf(latest.current.blocks, latest.current.typed, latest.current.kept);

    const choose = ({ blockId, actionId }: Placed, selected: unknown) =>
      perform({ verb: 'choose', ...locator, blockId, actionId, selected, state: values() });

    const put = ({ blockId, actionId }: Placed, state: ElementState) => {
      const before = latest.current.typed;
      latest.current.typed = { ...before, [blockId]: { ...before[blockId], [actionId]: state } };
      setTyped(latest.current.typed);
      onChange?.(blockId);
    };

    const surface: Surface = {
      stateOf: (placed) => stateFor(placed, typed, kept),
      change(placed, state) {
        put(placed, state);
        if (!dispatches(placed, state)) return;
        if ('value' in state) soon(() => isPresent(latest.current.blocks, placed) && surface.dispatch(placed));
        else void choose(placed, heldBy(state));
      },
      async dispatch(placed) {
        const state = stateFor(placed, latest.current.typed, latest.current.kept);
        if (state) await choose(placed, heldBy(state));
      },
      press({ blockId, actionId }, value) {
        const pressed = { blockId, actionId, ...(value === undefined ? {} : { value }) };
        return perform({ verb: 'press', ...locator, ...pressed, state: values() });
      },
      pick: choose,
      async suggest({ blockId, actionId }, query) {
        const outcome = await perform({ verb: 'options', ...locator, blockId, actionId, query });
        return outcome.ok ? listsOf(outcome) : [];
      },
    };
    return { surface, values };
  }, [locator, kept, typed, perform, onChange, soon]);
}

function isPresent(blocks: KnownBlock[], { blockId, actionId }: Placed): boolean {
  return elementsOf(blocks).some((one) => one.blockId === blockId && one.actionId === actionId);
}
