import { Icon } from '../Icon';
import type { Option } from '../workspace-state';

interface Props {
  id: string;
  option: Option;
  active: boolean;
  selected: boolean;
  onChoose(): void;
}

/** Never takes the focus, which stays in the field. */
export function OptionItem({ id, option, active, selected, onChoose }: Props) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keyboard
    // biome-ignore lint/a11y/useFocusableInteractive: the field's aria-activedescendant names the active option
    <div
      id={id}
      className="option"
      role="option"
      aria-selected={selected}
      data-active={active || undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <span className="option-text" dir="auto">
        {option.text.text}
        {option.description && <span className="option-description">{option.description.text}</span>}
      </span>
      {selected && <Icon name="check" size={16} />}
    </div>
  );
}
