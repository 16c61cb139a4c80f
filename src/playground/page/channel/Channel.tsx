import type { Drafts } from '../use-drafts';
import type { Place } from '../use-place';
import type { Channel as ChannelInfo, Message } from '../workspace-state';
import { Composer } from './Composer';
import { MessageList } from './MessageList';

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
      <Composer channel={channel} place={place} drafts={drafts} />
    </>
  );
}
