import { hintId } from './command-hints';
import type { CommandHintsState } from './use-command-hints';

interface Props {
  hints: CommandHintsState;
  listId: string;
}

export function CommandHints({ hints, listId }: Props) {
  return (
    <div id={listId} className="command-hints" role="listbox" aria-label="Commands">
      {hints.list.map((hint, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keyboard
        // biome-ignore lint/a11y/useFocusableInteractive: the field's aria-activedescendant names the active hint
        <div
          key={hint.line}
          id={hintId(listId, index)}
          role="option"
          className="option"
          aria-selected={index === hints.active}
          data-active={index === hints.active || undefined}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => hints.pick(hint)}
        >
          <span className="option-text">
            <span>
              <strong>{hint.line}</strong> <span className="hint-rest">{hint.rest}</span>
            </span>
            {hint.description && <span className="option-description">{hint.description}</span>}
          </span>
        </div>
      ))}
    </div>
  );
}
