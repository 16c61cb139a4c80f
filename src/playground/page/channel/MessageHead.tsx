import { isApp } from '../is-app';
import type { Message, Person } from '../workspace-state';
import { Time } from './Time';

interface Props {
  author: Person | undefined;
  message: Message;
}

export function MessageHead({ author, message }: Props) {
  return (
    <p className="message-head">
      <strong>{author?.name ?? message.user}</strong>
      {author && isApp(author) && <span className="app-badge">APP</span>}
      <Time ts={message.ts} />
    </p>
  );
}
