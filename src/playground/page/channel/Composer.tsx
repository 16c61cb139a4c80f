import { useEffect, useId, useRef } from 'react';
import { Icon } from '../Icon';
import type { Drafts } from '../use-drafts';
import type { Place } from '../use-place';
import { useWorkspaceContext } from '../workspace-context';
import type { Channel } from '../workspace-state';
import { CommandHints } from './CommandHints';
import { hintId } from './command-hints';
import { composerKeys } from './composer-keys';
import { useCommandHints } from './use-command-hints';
import { useSender } from './use-sender';
import { writtenName } from './written-name';

interface Props {
  channel: Channel;
  place: Place;
  drafts: Drafts;
}

export function Composer({ channel, place, drafts }: Props) {
  const { person, commands } = useWorkspaceContext();
  const input = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const text = drafts.at(place);
  const write = (next: string) => drafts.write(place, next);
  const hints = useCommandHints(commands, text, write);
  const sender = useSender(channel.id, text, write);
  const prepared = drafts.isPrepared(place);
  useEffect(() => {
    if (prepared) input.current?.focus();
  }, [prepared]);

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        sender.send();
      }}
    >
      {hints.open && <CommandHints hints={hints} listId={listId} />}
      {person.foreign && text.startsWith('/') && (
        <p className="composer-note">Slash commands of Seats work in its own workspace only. Here, use its buttons.</p>
      )}
      <div className="composer-box">
        <textarea
          ref={input}
          rows={1}
          dir="auto"
          aria-label={`Message ${writtenName(channel)}`}
          aria-autocomplete="list"
          aria-controls={hints.open ? listId : undefined}
          aria-activedescendant={hints.active === undefined ? undefined : hintId(listId, hints.active)}
          placeholder={`Message ${writtenName(channel)}`}
          value={text}
          onChange={({ target }) => write(target.value)}
          onKeyDown={(event) => composerKeys(event, hints, sender)}
        />
        <button type="submit" className="send" aria-label="Send" disabled={text.trim() === ''}>
          <Icon name="send" />
        </button>
      </div>
      <p className="composer-foot">{sender.waiting ? 'Waiting for Seats…' : ' '}</p>
    </form>
  );
}
