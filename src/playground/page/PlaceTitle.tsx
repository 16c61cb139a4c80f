import { Icon } from './Icon';
import { useWorkspaceContext } from './workspace-context';
import type { Channel } from './workspace-state';

/** The title of the current place: a channel, or the App Home when there is none. */
export function PlaceTitle({ channel }: { channel: Channel | undefined }) {
  const { people, person } = useWorkspaceContext();
  const partner = people.find(({ teamId }) => teamId && teamId !== person.teamId);
  return (
    <div className="place">
      <h1>
        {channel?.kind === 'channel' && <Icon name="hash" size={18} />}
        {channel ? channel.name : 'Seats'}
      </h1>
      {!channel && <span className="badge">App Home</span>}
      {channel?.kind === 'direct' && <span className="badge">App</span>}
      {channel?.shared && partner && (
        <span className="badge">
          <Icon name="link" size={13} />
          Shared with {partner.teamName}
        </span>
      )}
    </div>
  );
}
