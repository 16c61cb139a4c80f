import { Icon } from '../Icon';
import type { Failures } from '../use-failures';

const AT_ONCE = 3;

/** Recent failures that are not dismissed, newest last. */
export function Toasts({ failures: { shown, dismiss } }: { failures: Failures }) {
  const hidden = shown.length - AT_ONCE;
  return (
    <div className="toasts" role="status">
      {hidden > 0 && <p className="toast-more">{hidden} earlier</p>}
      {shown.slice(-AT_ONCE).map((text) => (
        <div key={text} className="toast">
          <Icon name="warning" size={18} />
          <p>{text}</p>
          <button type="button" className="icon-button" aria-label="Dismiss this notice" onClick={() => dismiss(text)}>
            <Icon name="close" size={16} />
          </button>
        </div>
      ))}
    </div>
  );
}
