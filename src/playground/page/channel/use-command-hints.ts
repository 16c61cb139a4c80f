import { useState } from 'react';
import type { Command } from '../workspace-state';
import { type Hint, hintsFor } from './command-hints';

export interface CommandHintsState {
  open: boolean;
  list: Hint[];
  active: number | undefined;
  move(by: number): void;
  pick(hint?: Hint): void;
  dismiss(): void;
}

/** Enter takes the command itself; subcommands are offered only once a person moves to them. */
export function useCommandHints(commands: Command[], text: string, write: (text: string) => void): CommandHintsState {
  const [moved, setMoved] = useState<{ text: string; to: number }>();
  const [dismissed, setDismissed] = useState('');
  const list = hintsFor(commands, text);
  const open = list.length > 0 && dismissed !== text;
  const offered = text.includes(' ') || commands.some(({ command }) => command === text) ? undefined : 0;
  const active = open ? (moved?.text === text ? moved.to : offered) : undefined;

  return {
    open,
    list,
    active,
    move(by) {
      const from = active ?? (by > 0 ? -1 : 0);
      setMoved({ text, to: (from + by + list.length) % list.length });
    },
    pick(hint = list[active ?? 0]) {
      if (hint) write(hint.line);
    },
    dismiss: () => setDismissed(text),
  };
}
