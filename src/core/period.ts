import { type Refusal, refuseAny } from './errors';
import { addDays, type Day, isDay } from './time';

/** First and last day in the course; without an end it never ends. */
export interface Period {
  start: Day;
  end: Day | undefined;
}

/** The days that a product promises. */
export interface PromisedDays {
  durationDays: number | undefined;
  startDate: Day | undefined;
  endDate: Day | undefined;
}

/** What the product promised: its fixed dates, else from `day` for its duration. A fixed start already past means now. */
export function defaultPeriod(terms: PromisedDays, day: Day): Period {
  const start = terms.startDate !== undefined && terms.startDate > day ? terms.startDate : day;
  return { start, end: defaultEnd(terms, start) };
}

/** What the product promised to whoever begins then. */
export function defaultEnd(terms: PromisedDays, start: Day): Day | undefined {
  if (terms.endDate !== undefined) return terms.endDate;
  return terms.durationDays === undefined ? undefined : addDays(start, terms.durationDays);
}

/** The wished period, with the product's own where nothing was chosen; refuses past and reversed days, all at once. */
export function planPeriod(
  wish: { start: Day | undefined; end: Day | undefined },
  terms: PromisedDays,
  day: Day,
): Period {
  const start = wish.start ?? defaultPeriod(terms, day).start;
  const startRefusal = refuseStart(start, day);
  const end = wish.end ?? (startRefusal ? undefined : defaultEnd(terms, start));
  const endRefusal = end === undefined ? undefined : refuseEnd(end, startRefusal ? undefined : start, day);
  refuseAny([startRefusal, endRefusal].filter((refusal) => refusal !== undefined));
  return { start, end };
}

function refuseStart(start: Day, day: Day): Refusal | undefined {
  if (!isDay(start)) return { code: 'date.invalid', field: 'start_date' };
  return start < day ? { code: 'start_date.past', field: 'start_date' } : undefined;
}

function refuseEnd(end: Day, start: Day | undefined, day: Day): Refusal | undefined {
  if (!isDay(end)) return { code: 'date.invalid', field: 'end_date' };
  if (end < day) return { code: 'end_date.past', field: 'end_date' };
  return start !== undefined && end < start ? { code: 'end_date.reversed', field: 'end_date' } : undefined;
}
