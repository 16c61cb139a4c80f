import { useWorkspaceContext } from '../workspace-context';
import type { View } from '../workspace-state';

interface Props {
  view: View;
  busy: boolean;
}

export function ViewFooter({ view, busy }: Props) {
  const { perform } = useWorkspaceContext();
  return (
    <footer className="view-footer">
      <button type="button" className="button plain" onClick={() => perform({ verb: 'close', viewId: view.id })}>
        {view.close?.text ?? (view.submit ? 'Cancel' : 'Close')}
      </button>
      {view.submit && (
        <button type="submit" className="button primary" aria-busy={busy}>
          {view.submit.text}
        </button>
      )}
    </footer>
  );
}
