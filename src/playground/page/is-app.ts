import type { Person } from './workspace-state';

/** The bot is listed among the people, to give its messages a name. */
export function isApp({ key }: Person): boolean {
  return key === 'seats';
}
