import { useId, useState } from 'react';
import type { OptionList } from '../blocks/surface';
import type { Option } from '../workspace-state';
import { useSuggestions } from './use-suggestions';

export interface ComboboxProps {
  selected: Option | null;
  clearable: boolean;
  /** The number of characters that a search needs. */
  shortest: number;
  load(query: string): OptionList[] | Promise<OptionList[]>;
  onChoose(option: Option | null): void;
}

export type ComboboxState = ReturnType<typeof useCombobox>;

const PAUSE = 120;

export function useCombobox({ selected, clearable, shortest, load, onChoose }: ComboboxProps) {
  const listId = useId();
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState<string>();
  const [active, setActive] = useState(0);
  const { lists, state, ask } = useSuggestions(load, shortest);
  const options = lists.flatMap((list) => list.options);
  const current = open ? options[active] : undefined;

  function show(): void {
    if (open) return;
    setOpen(true);
    setActive(0);
    ask('');
  }

  function type(text: string): void {
    setOpen(true);
    setQuery(text);
    setActive(0);
    ask(text, PAUSE);
  }

  function hide(): void {
    setOpen(false);
    setQuery(undefined);
  }

  function choose(option: Option): void {
    hide();
    onChoose(option);
  }

  function leave(): void {
    if (query === '' && clearable && selected) onChoose(null);
    hide();
  }

  function move(by: number): void {
    if (!open) show();
    else if (options.length > 0) setActive((active + by + options.length) % options.length);
  }

  function actionOf(key: string): (() => void) | undefined {
    if (key === 'ArrowDown') return () => move(1);
    if (key === 'ArrowUp') return () => move(-1);
    if (!open) return undefined;
    if (key === 'Enter') return () => current && state === 'found' && choose(current);
    return key === 'Escape' ? hide : undefined;
  }

  return {
    listId,
    open,
    typing: query !== undefined,
    lists,
    state,
    active,
    activeId: current && optionId(listId, active),
    text: query ?? selected?.text.text ?? '',
    show,
    type,
    leave,
    choose,
    actionOf,
  };
}

export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}
