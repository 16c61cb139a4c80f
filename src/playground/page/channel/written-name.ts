import type { Channel } from '../workspace-state';

/** How people write it: a channel has its sign, a conversation has not. */
export function writtenName({ kind, name }: Channel): string {
  return kind === 'channel' ? `#${name}` : name;
}
