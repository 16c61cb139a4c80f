import { lazy, Suspense } from 'react';
import { useMedia } from '../use-media';
import { useWorkspaceContext } from '../workspace-context';
import type { KnownBlock } from '../workspace-state';
import { DrawBoundary } from './DrawBoundary';
import { spokenText } from './spoken-text';

/** A large module, which the first frame does not need. */
const library = import('slack-blocks-to-jsx');
const Message = lazy(async () => ({ default: (await library).Message }));

type Drawable = React.ComponentProps<typeof Message>['blocks'];

/** A read-only block, drawn by slack-blocks-to-jsx. Falls back to its plain text. */
export function DrawnBlock({ block }: { block: KnownBlock }) {
  const { people, channels } = useWorkspaceContext();
  const dark = useMedia('(prefers-color-scheme: dark)');
  const bare = <p className="plain-text">{spokenText(block)}</p>;
  const data = {
    users: people.map(({ userId, name }) => ({ id: userId, name })),
    channels: channels.map(({ id, name }) => ({ id, name })),
  };

  return (
    <DrawBoundary fallback={bare}>
      <Suspense fallback={bare}>
        <Message
          withoutWrapper
          logo=""
          name=""
          className="drawn"
          theme={dark ? 'dark' : 'light'}
          blocks={[block] as Drawable}
          data={data}
          hooks={{ emoji: knownEmoji }}
        />
      </Suspense>
    </DrawBoundary>
  );
}

/** For an unknown emoji the library writes the bare name; Slack leaves the text unchanged. */
function knownEmoji(emoji: { name: string }, parse: (emoji: { name: string }) => string): string {
  const parsed = parse(emoji);
  return parsed === emoji.name ? `:${emoji.name}:` : parsed;
}
