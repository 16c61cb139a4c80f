import type { KeyboardEvent } from 'react';
import type { CommandHintsState } from './use-command-hints';
import type { Sender } from './use-sender';

/** Enter sends, or takes the active hint. The arrows move through the hints, or back through the lines sent. */
export function composerKeys(event: KeyboardEvent<HTMLTextAreaElement>, hints: CommandHintsState, sender: Sender) {
  if (event.nativeEvent.isComposing || event.shiftKey) return;
  const action = hints.open ? (hintKey(event.key, hints) ?? sendKey(event, sender)) : sendKey(event, sender);
  if (!action) return;
  event.preventDefault();
  action();
}

function hintKey(key: string, hints: CommandHintsState): (() => void) | undefined {
  switch (key) {
    case 'ArrowDown':
      return () => hints.move(1);
    case 'ArrowUp':
      return () => hints.move(-1);
    case 'Tab':
      return () => hints.pick();
    case 'Escape':
      return hints.dismiss;
    case 'Enter':
      return hints.active === undefined ? undefined : () => hints.pick();
    default:
      return undefined;
  }
}

function sendKey({ key, currentTarget }: KeyboardEvent<HTMLTextAreaElement>, sender: Sender): (() => void) | undefined {
  if (key === 'Enter') return sender.send;
  const onFirstLine = !currentTarget.value.slice(0, currentTarget.selectionStart).includes('\n');
  if (key === 'ArrowUp' && onFirstLine && sender.canRecall) return sender.recall;
  return undefined;
}
