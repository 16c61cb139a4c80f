import { z } from 'zod';
import { type Now, parseInstant } from '../core/time';
import type { CastMember } from './cast';

/** Slack writes timestamps with ten digits, which lasts from 2001 to 2286. */
const instant = z.iso.datetime({ offset: true }).refine((text) => /^2[01]\d\d$/.test(yearOf(text)), 'is too far away');

/** Where the clock can be moved to: an instant, or one that people speak of. */
export const destination = z.union([z.enum(['tomorrow', 'hour_later']), instant]);

type Destination = z.infer<typeof destination>;

export function momentOf(to: Destination, now: Now, { timezone }: CastMember): Now {
  switch (to) {
    case 'tomorrow':
      return tomorrowMorning(now, timezone);
    case 'hour_later':
      return now.plus({ hours: 1 });
    default:
      return parseInstant(to);
  }
}

/** Nine o'clock of the next day, where somebody lives. */
function tomorrowMorning(now: Now, timezone: string): Now {
  const morning = now.setZone(timezone).plus({ days: 1 }).set({ hour: 9, minute: 0, second: 0, millisecond: 0 });
  return morning.toUTC() as Now;
}

function yearOf(text: string): string {
  return new Date(text).getUTCFullYear().toString();
}
