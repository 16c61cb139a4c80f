import { AnyText } from '../blocks/AnyText';
import type { Option } from '../workspace-state';

interface Props {
  kind: 'checkbox' | 'radio';
  name: string;
  option: Option;
  chosen: boolean;
  describedBy: string | undefined;
  invalid: boolean | undefined;
  onToggle(): void;
}

export function Choice({ kind, name, option, chosen, describedBy, invalid, onToggle }: Props) {
  return (
    <label className="choice">
      <input
        type={kind}
        name={name}
        checked={chosen}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        onChange={onToggle}
      />
      <span>
        <AnyText text={option.text} />
        {option.description && <span className="hint">{option.description.text}</span>}
      </span>
    </label>
  );
}
