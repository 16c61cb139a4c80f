import { useWorkspaceContext } from '../workspace-context';

/** Shown instead of the composer when the app's manifest makes the conversation read-only. */
export function ReadOnlyNote() {
  const { commands } = useWorkspaceContext();
  return (
    <p className="read-only-note">
      Seats only speaks here.{' '}
      {commands.length > 0 ? (
        <>
          Use its buttons, or type <b>/seats</b> in a channel.
        </>
      ) : (
        'Use its buttons.'
      )}
    </p>
  );
}
