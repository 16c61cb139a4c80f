import type { Drafts } from '../use-drafts';
import type { Place } from '../use-place';
import type { Channel as ChannelInfo, Message } from '../workspace-state';
import { Composer } from './Composer';
import { MessageList } from './MessageList';
import { ReadOnlyNote } from './ReadOnlyNote';

interface Props {
  channel: ChannelInfo;
  messages: Message[] | undefined;
  place: Place;
  drafts: Drafts;
}

const none: Message[] = [];

export function Channel({ channel, messages = none, place, drafts }: Props) {
  return (
    <>
      <MessageList channel={channel} messages={messages} />
      {channel.kind === 'direct' ? <ReadOnlyNote /> : <Composer channel={channel} place={place} drafts={drafts} />}
    </>
  );
}
