import { useEffect, useRef, useState } from 'react';
import type { OptionList } from '../blocks/surface';

type Load = (query: string) => OptionList[] | Promise<OptionList[]>;

interface Suggestions {
  lists: OptionList[];
  state: 'looking' | 'found' | 'too-short';
  /** Searches; with a pause, only for the last query within it. */
  ask(query: string, pause?: number): void;
}

/** The suggestions for a query. Late answers to earlier queries are dropped. */
export function useSuggestions(load: Load, shortest: number): Suggestions {
  const [found, setFound] = useState<Pick<Suggestions, 'lists' | 'state'>>({ lists: [], state: 'looking' });
  const turn = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  async function find(query: string, mine: number): Promise<void> {
    const answer = load(query);
    const lists = Array.isArray(answer) ? answer : await answer;
    if (mine === turn.current) setFound({ lists, state: 'found' });
  }

  function ask(query: string, pause = 0): void {
    turn.current += 1;
    const mine = turn.current;
    clearTimeout(timer.current);
    if (query.length < shortest) {
      setFound({ lists: [], state: 'too-short' });
      return;
    }
    setFound(({ lists }) => ({ lists, state: 'looking' }));
    if (pause === 0) void find(query, mine);
    else timer.current = setTimeout(() => void find(query, mine), pause);
  }

  return { ...found, ask };
}
