import { useState } from 'react';
import { Icon } from '../Icon';
import { useWorkspaceContext } from '../workspace-context';
import type { Channel, Message } from '../workspace-state';
import { Beginning } from './Beginning';
import { DayDivider } from './DayDivider';
import { MessageItem } from './MessageItem';
import { continues, dayOf } from './message-time';
import { useNewest } from './use-newest';
import { writtenName } from './written-name';

interface Props {
  channel: Channel;
  messages: Message[];
}

const AT_ONCE = 100;

export function MessageList({ channel, messages }: Props) {
  const { zone } = useWorkspaceContext();
  const [limit, setLimit] = useState(AT_ONCE);
  const { scroller, content, away, goToNewest, hold } = useNewest(messages.at(-1)?.ts);
  const shown = messages.slice(-limit);
  const showEarlier = () => {
    hold();
    setLimit(limit + AT_ONCE);
  };

  return (
    <div className="log-frame">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard */}
      <div ref={scroller} className="log" role="log" aria-label={`Messages in ${writtenName(channel)}`} tabIndex={0}>
        <div ref={content} className="log-content">
          {shown.length < messages.length ? (
            <button type="button" className="button quiet earlier" onClick={showEarlier}>
              Show earlier messages
            </button>
          ) : (
            <Beginning channel={channel} />
          )}
          {shown.map((message, index) => {
            const before = shown[index - 1];
            return (
              <div key={message.ts}>
                {dayOf(message, zone) !== (before && dayOf(before, zone)) && <DayDivider ts={message.ts} />}
                <MessageItem channel={channel.id} message={message} continued={continues(before, message, zone)} />
              </div>
            );
          })}
        </div>
      </div>
      {away && (
        <button type="button" className="newest" onClick={goToNewest}>
          <Icon name="down" size={16} />
          Newest messages
        </button>
      )}
    </div>
  );
}
