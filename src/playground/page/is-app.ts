import type { Person } from './workspace-state';

/** The list of people includes the bot, as the author of its messages. */
export function isApp({ key }: Person): boolean {
  return key === 'seats';
}
