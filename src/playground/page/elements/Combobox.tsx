import { type KeyboardEvent, useRef } from 'react';
import { Icon } from '../Icon';
import { isQuiet } from '../quiet-focus';
import { OptionsPopup } from './OptionsPopup';
import { type ComboboxProps, useCombobox } from './use-combobox';
import { usePopup } from './use-popup';

interface Props extends ComboboxProps {
  id?: string | undefined;
  describedBy?: string | undefined;
  invalid?: boolean | undefined;
  placeholder: string;
  /** True when the bot asked for the focus here. */
  first?: boolean | undefined;
}

/** A field with a list that is filtered as the person types. */
export function Combobox({ id, describedBy, invalid, placeholder, first, ...props }: Props) {
  const field = useRef<HTMLDivElement>(null);
  const box = useCombobox(props);
  const popup = usePopup<HTMLDivElement>(field, box.open);

  return (
    <div className="combobox" ref={field}>
      <input
        className="input"
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        id={id}
        aria-label={id ? undefined : placeholder}
        aria-expanded={box.open}
        aria-controls={box.listId}
        aria-autocomplete="list"
        aria-activedescendant={box.activeId}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        data-first={first || undefined}
        placeholder={placeholder}
        value={box.text}
        onChange={({ target }) => box.type(target.value)}
        onFocus={({ target }) => {
          if (isQuiet(target)) return;
          target.select();
          box.show();
        }}
        onClick={box.show}
        onBlur={box.leave}
        onKeyDown={(event) => {
          if (!box.typing && writes(event)) event.currentTarget.select();
          handled(event, box.actionOf(event.key));
        }}
      />
      {props.clearable && props.selected ? (
        <button type="button" className="icon-button clear" aria-label="Clear" onClick={() => props.onChoose(null)}>
          <Icon name="close" size={14} />
        </button>
      ) : (
        <Icon name="chevron" size={16} />
      )}
      <OptionsPopup popup={popup} box={box} selected={props.selected} />
    </div>
  );
}

/** Typing starts a new search instead of editing the chosen option's name. */
function writes({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return (key.length === 1 || key === 'Backspace' || key === 'Delete') && !ctrlKey && !metaKey && !altKey;
}

/** A key that is used here must not submit or close anything around it. */
function handled(event: KeyboardEvent, action: (() => void) | undefined): void {
  if (!action || event.nativeEvent.isComposing) return;
  event.preventDefault();
  action();
}
