import type { Person } from './person';
import type { CopyKey } from './words';

type Rights = Pick<Person, 'admin' | 'sales'>;

/** What help says of one command. */
export interface HelpLines {
  /** Where its lines stand among those of other commands, the lowest first. */
  position: number;
  /** None for people whom the command does not serve. */
  lines: (by: Rights) => readonly CopyKey[];
}

/** What help says of all commands. */
export interface CommandHelp {
  words: readonly string[];
  linesFor: (by: Rights) => CopyKey[];
}

/** `commands`: those that help names, by their word. */
export function commandHelp(commands: Record<string, HelpLines>): CommandHelp {
  const sorted = Object.entries(commands).sort(([, one], [, other]) => one.position - other.position);
  return {
    words: sorted.map(([word]) => word),
    linesFor: (by) => sorted.flatMap(([, { lines }]) => lines(by)),
  };
}
