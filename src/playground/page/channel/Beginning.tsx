import { Icon } from '../Icon';
import { useWorkspaceContext } from '../workspace-context';
import type { Channel } from '../workspace-state';
import { writtenName } from './written-name';

/** Shown above the first message, so that an empty channel explains its purpose. */
export function Beginning({ channel }: { channel: Channel }) {
  const { commands } = useWorkspaceContext();
  return (
    <div className="beginning">
      <span className="beginning-mark">
        <Icon name={channel.kind === 'direct' ? 'info' : 'hash'} size={24} />
      </span>
      <h2>{writtenName(channel)}</h2>
      <p>{purposeOf(channel, commands.length > 0)}</p>
    </div>
  );
}

function purposeOf(channel: Channel, hasCommands: boolean): string {
  if (channel.kind === 'direct') return 'What Seats has to tell you alone arrives here.';
  const news = channel.shared
    ? 'Both companies read this channel. News about their seats arrives here.'
    : 'Everybody in this channel reads what is written here.';
  return hasCommands ? `${news} Type / to see what Seats can do.` : news;
}
