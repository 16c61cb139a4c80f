import type { Command } from '../workspace-state';

export interface Hint {
  /** What is written when it is picked. */
  line: string;
  description: string;
  /** What may follow. */
  rest: string;
}

/** What fits the slash command begun so far: commands first, then the words that may follow one. */
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

/** The usage hint of a command lists its subcommands: "generate | list | help". */
function followersOf(hint: string): string[] {
  const words = hint
    .replace(/[[\]<>]/g, '')
    .split('|')
    .map((word) => word.trim());
  return words.length > 1 ? words.filter((word) => /^[\p{L}-]+$/u.test(word)) : [];
}
