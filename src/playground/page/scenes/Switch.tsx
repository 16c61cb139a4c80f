import { useId } from 'react';

interface Props {
  title: string;
  text: string;
  on: boolean;
  onSwitch(on: boolean): void;
}

export function Switch({ title, text, on, onSwitch }: Props) {
  const id = useId();
  return (
    <button
      type="button"
      className="switch"
      role="switch"
      aria-checked={on}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onClick={() => onSwitch(!on)}
    >
      <span className="switch-track" aria-hidden="true" />
      <span>
        <span id={`${id}-title`} className="switch-title">
          {title}
        </span>
        <span id={`${id}-text`} className="hint">
          {text}
        </span>
      </span>
    </button>
  );
}
