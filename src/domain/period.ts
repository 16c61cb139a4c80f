import { type Refusal, refuseAny } from './errors';
import type { Terms } from './product';
import { addDays, type Day, isDay } from './time';

/** First and last day in the course; without an end it never ends. */
export interface Period {
  start: Day;
  end: Day | undefined;
}

/** What the product promised: its fixed dates, else from `day` for its duration. A fixed start already past means now. */
export function defaultPeriod(terms: Terms, day: Day): Period {
  const start = terms.startDate !== undefined && terms.startDate > day ? terms.startDate : day;
  return { start, end: defaultEnd(terms, start) };
}

function defaultEnd(terms: Terms, start: Day): Day | undefined {
  if (terms.endDate !== undefined) return terms.endDate;
  return terms.durationDays === undefined ? undefined : addDays(start, terms.durationDays);
}

/** The wished period, with the product's own where nothing was chosen; refuses past and reversed dates. */
export function planPeriod(wish: { start: Day | undefined; end: Day | undefined }, terms: Terms, day: Day): Period {
  const refusals: Refusal[] = [];
  if (wish.start !== undefined && !isDay(wish.start)) refusals.push({ code: 'date.invalid', field: 'start_date' });
  else if (wish.start !== undefined && wish.start < day)
    refusals.push({ code: 'start_date.past', field: 'start_date' });
  if (wish.end !== undefined && !isDay(wish.end)) refusals.push({ code: 'date.invalid', field: 'end_date' });
  refuseAny(refusals);
  const start = wish.start ?? defaultPeriod(terms, day).start;
  const end = wish.end ?? defaultEnd(terms, start);
  if (end !== undefined && end < day) refusals.push({ code: 'end_date.past', field: 'end_date' });
  else if (end !== undefined && end < start) refusals.push({ code: 'end_date.reversed', field: 'end_date' });
  refuseAny(refusals);
  return { start, end };
}
