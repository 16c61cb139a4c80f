import type { Command } from '../workspace-state';

export interface Hint {
  /** The line that picking it writes. */
  line: string;
  description: string;
  /** The arguments that may follow. */
  rest: string;
}

/** Hints for the slash command typed so far: commands first, then their subcommands. */
export function hintsFor(commands: Command[], text: string): Hint[] {
  if (!/^\/[^\n]*$/.test(text)) return [];
  const lines = commands.flatMap((command) => [
    { line: command.command, description: command.description, rest: command.hint },
    ...followersOf(command.hint).map((word) => ({ line: `${command.command} ${word}`, description: '', rest: '' })),
  ]);
  return lines.filter(({ line }) => line.startsWith(text.trimEnd()) && line !== text);
}

export function hintId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

/** The subcommands in a command's usage hint, such as "generate | list | help". */
function followersOf(hint: string): string[] {
  const words = hint
    .replace(/[[\]<>]/g, '')
    .split('|')
    .map((word) => word.trim());
  return words.length > 1 ? words.filter((word) => /^[\p{L}-]+$/u.test(word)) : [];
}
