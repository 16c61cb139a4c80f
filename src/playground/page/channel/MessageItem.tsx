import { memo, useMemo } from 'react';
import { Avatar } from '../Avatar';
import { Blocks } from '../blocks/Blocks';
import { MarkedText } from '../blocks/MarkedText';
import { SurfaceProvider } from '../blocks/SurfaceProvider';
import { fileAddress, type Locator } from '../client';
import { Icon } from '../Icon';
import { useWorkspaceContext } from '../workspace-context';
import type { KnownBlock, Message } from '../workspace-state';
import { MessageHead } from './MessageHead';
import { Time } from './Time';

interface Props {
  channel: string;
  message: Message;
  /** True when the message above is by the same author, so the name is not repeated. */
  continued: boolean;
}

const none: KnownBlock[] = [];

export const MessageItem = memo(function MessageItem({ channel, message, continued }: Props) {
  const { people, person } = useWorkspaceContext();
  const author = people.find(({ userId }) => userId === message.user);
  const { ts, blocks = none } = message;
  const locator = useMemo((): Locator => ({ where: 'message', channel, ts }), [channel, ts]);

  return (
    <article
      className="message"
      data-ephemeral={message.ephemeral || undefined}
      data-pinned={message.pinned || undefined}
      data-continued={continued || undefined}
    >
      {continued ? <Time ts={ts} /> : <Avatar person={author} />}
      <div className="message-body">
        {message.ephemeral && (
          <p className="message-mark">
            <Icon name="eye" size={14} />
            Only visible to you
          </p>
        )}
        {message.pinned && (
          <p className="message-mark">
            <Icon name="pin" size={14} />
            Pinned
          </p>
        )}
        {!continued && <MessageHead author={author} message={message} />}
        <SurfaceProvider locator={locator} blocks={blocks}>
          {blocks.length > 0 ? <Blocks blocks={blocks} /> : <MarkedText text={message.text} />}
        </SurfaceProvider>
        {message.files?.map(({ id, name }) => (
          <p key={id} className="message-file">
            <a href={fileAddress(person.key, id)} download={name}>
              {name}
            </a>
          </p>
        ))}
        {message.edited && <span className="edited">(edited)</span>}
      </div>
    </article>
  );
});
