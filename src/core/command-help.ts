import type { Person } from './person';
import type { CopyKey } from './words';

type Rights = Pick<Person, 'admin' | 'sales'>;

/** One command's help. */
export interface HelpLines {
  /** Sort order among all commands, ascending. */
  position: number;
  /** Empty for people who cannot use the command. */
  lines: (by: Rights) => readonly CopyKey[];
}

/** The help of all commands. */
export interface CommandHelp {
  words: readonly string[];
  linesFor: (by: Rights) => CopyKey[];
}

/** `commands`: the commands that help lists, keyed by their word. */
export function commandHelp(commands: Record<string, HelpLines>): CommandHelp {
  const sorted = Object.entries(commands).sort(([, one], [, other]) => one.position - other.position);
  return {
    words: sorted.map(([word]) => word),
    linesFor: (by) => sorted.flatMap(([, { lines }]) => lines(by)),
  };
}
