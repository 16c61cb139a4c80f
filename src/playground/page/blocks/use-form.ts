import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Locator } from '../client';
import {
  dropAbsent,
  type ElementState,
  elementsOf,
  heldBy,
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
  stored?: Values | undefined;
  onChange?: ((blockId: string) => void) | undefined;
}

interface Form {
  surface: Surface;
  values(): Values;
}

/** The values of one surface. They survive an update of its blocks where block and action still exist. */
export function useForm({ locator, blocks, stored, onChange }: FormProps): Form {
  const { perform } = useWorkspaceContext();
  const [entered, setEntered] = useState<Values>({});
  const latest = useRef({ entered, blocks, stored });
  useEffect(() => setEntered((before) => dropAbsent(before, blocks)), [blocks]);
  useLayoutEffect(() => {
    latest.current = { entered, blocks, stored };
  }, [entered, blocks, stored]);

  const soon = useSoon(PAUSE);

  return useMemo(() => {
    const values = () => stateOf(latest.current.blocks, latest.current.entered, latest.current.stored);

    const choose = ({ blockId, actionId }: Placed, selected: unknown) =>
      perform({ verb: 'choose', ...locator, blockId, actionId, selected, state: values() });

    const put = ({ blockId, actionId }: Placed, state: ElementState) => {
      const before = latest.current.entered;
      latest.current.entered = { ...before, [blockId]: { ...before[blockId], [actionId]: state } };
      setEntered(latest.current.entered);
      onChange?.(blockId);
    };

    const surface: Surface = {
      stateOf: (placed) => stateFor(placed, entered, stored),
      change(placed, state) {
        put(placed, state);
        if (!dispatches(placed, state)) return;
        if ('value' in state) soon(() => isPresent(latest.current.blocks, placed) && surface.dispatch(placed));
        else void choose(placed, heldBy(state));
      },
      async dispatch(placed) {
        const state = stateFor(placed, latest.current.entered, latest.current.stored);
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
  }, [locator, stored, entered, perform, onChange, soon]);
}

function isPresent(blocks: KnownBlock[], { blockId, actionId }: Placed): boolean {
  return elementsOf(blocks).some((one) => one.blockId === blockId && one.actionId === actionId);
}
