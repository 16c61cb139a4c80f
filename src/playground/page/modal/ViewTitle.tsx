import { Icon } from '../Icon';
import { useWorkspaceContext } from '../workspace-context';
import type { View } from '../workspace-state';

interface Props {
  view: View;
  titleId: string;
  depth: number;
}

/** Back returns to the view below; the cross closes the whole stack. */
export function ViewTitle({ view, titleId, depth }: Props) {
  const { perform } = useWorkspaceContext();
  return (
    <header className="view-title">
      {depth > 0 && (
        <button
          type="button"
          className="icon-button"
          aria-label="Back"
          onClick={() => perform({ verb: 'close', viewId: view.id })}
        >
          <Icon name="back" size={20} />
        </button>
      )}
      <h2 id={titleId}>{view.title?.text}</h2>
      <button
        type="button"
        className="icon-button"
        aria-label="Dismiss"
        onClick={() => perform({ verb: 'close', viewId: view.id, all: true })}
      >
        <Icon name="close" size={20} />
      </button>
    </header>
  );
}
