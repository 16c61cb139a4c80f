import type { Channel } from '../workspace-state';

/** The name as people write it: with a # for a channel, without one for a conversation. */
export function writtenName({ kind, name }: Channel): string {
  return kind === 'channel' ? `#${name}` : name;
}
