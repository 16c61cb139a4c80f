import { Toasts } from '../notices/Toasts';
import type { Failures } from '../use-failures';
import { useWorkspaceContext } from '../workspace-context';
import type { View } from '../workspace-state';
import { ModalView } from './ModalView';
import { useShown } from './use-shown';

interface Props {
  modals: View[];
  errors: Record<string, string>;
  failures: Failures;
}

const none = {};

/** Renders the whole stack, to preserve the input of the views below. Only the top view is visible. */
export function ModalDialog({ modals, errors, failures }: Props) {
  const { perform } = useWorkspaceContext();
  const dialog = useShown();
  const top = modals.at(-1);
  const leave = () => top && void perform({ verb: 'close', viewId: top.id });

  return (
    <dialog
      ref={dialog}
      className="modal"
      aria-labelledby={top && titleId(top)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        leave();
      }}
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
    >
      {modals.map((view, depth) => (
        <ModalView
          key={view.id}
          view={view}
          titleId={titleId(view)}
          depth={depth}
          onTop={view === top}
          errors={view === top ? errors : none}
        />
      ))}
      <Toasts failures={failures} />
    </dialog>
  );
}

function titleId({ id }: View): string {
  return `title-of-${id}`;
}
