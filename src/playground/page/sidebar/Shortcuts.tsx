import type { Gesture, Outcome } from '../client';
import { Icon } from '../Icon';
import { useBusy } from '../use-busy';
import type { Shortcut } from '../workspace-state';

interface Props {
  shortcuts: Shortcut[];
  perform(gesture: Gesture): Promise<Outcome>;
  onPick(): void;
}

export function Shortcuts({ shortcuts, perform, onPick }: Props) {
  const [busy, run] = useBusy();
  if (shortcuts.length === 0) return null;
  return (
    <div className="group">
      <h2>Shortcuts</h2>
      <ul>
        {shortcuts.map(({ name, callbackId }) => (
          <li key={callbackId}>
            <button
              type="button"
              className="place-link"
              aria-busy={busy}
              onClick={() => {
                onPick();
                void run(() => perform({ verb: 'shortcut', callbackId }));
              }}
            >
              <Icon name="bolt" size={16} />
              <span>{name}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
