import { useWorkspaceContext } from '../workspace-context';

/** In place of the composer where the app's manifest lets nobody write. */
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
