import type { Refusal, RefusalCode } from './errors';
import type { Field } from './field';
import { DAYS, type Day, isDay, isTimelyDay } from './time';

/** Why a day that a person typed is refused, in any form that takes days from `first` on; undefined when it is fine. */
export function refuseDay(
  day: Day,
  { first, field, early }: { first: Day; field: Field; early: RefusalCode },
): Refusal | undefined {
  if (!isDay(day)) return { code: 'date.invalid', field };
  if (day < first) return { code: early, field };
  return isTimelyDay(day) ? undefined : { code: 'date.range', field, details: { least: first, most: DAYS.most } };
}
