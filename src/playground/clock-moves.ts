import { z } from 'zod';
import { type Now, parseInstant } from '../core/time';
import type { CastMember } from './cast';

/** Slack's timestamps have ten digits before the point, which holds from 2001 to 2286. */
const instant = z.iso.datetime({ offset: true }).refine((text) => /^2[01]\d\d$/.test(yearOf(text)), 'is too far away');

/** A destination for the clock: an instant, or a name for a common one. */
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

/** Nine o'clock on the next day, in this time zone. */
function tomorrowMorning(now: Now, timezone: string): Now {
  const morning = now.setZone(timezone).plus({ days: 1 }).set({ hour: 9, minute: 0, second: 0, millisecond: 0 });
  return morning.toUTC() as Now;
}

function yearOf(text: string): string {
  return new Date(text).getUTCFullYear().toString();
}
