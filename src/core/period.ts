import { refuseDay } from './coming-day';
import { type Refusal, refuseAny } from './errors';
import { type Day, dayAfter } from './time';

/** First and last day in the course, both inclusive; no `end` means unlimited. */
export interface Period {
  start: Day;
  end: Day | undefined;
}

/** A product's default dates. */
export interface PromisedDays {
  durationDays: number | undefined;
  startDate: Day | undefined;
  endDate: Day | undefined;
}

/** The product's fixed dates, else its duration from `day`. A fixed start in the past becomes `day`. */
export function defaultPeriod(terms: PromisedDays, day: Day): Period {
  const start = terms.startDate !== undefined && terms.startDate > day ? terms.startDate : day;
  return { start, end: defaultEnd(terms, start) };
}

/** The product's default end for a given start. */
export function defaultEnd(terms: PromisedDays, start: Day): Day | undefined {
  if (terms.endDate !== undefined) return terms.endDate;
  return terms.durationDays === undefined ? undefined : dayAfter(start, terms.durationDays);
}

/**
 * The requested period, completed with the product's defaults. Throws UserError with every refusal, for past or
 * reversed days.
 */
export function planPeriod(
  requested: { start: Day | undefined; end: Day | undefined },
  terms: PromisedDays,
  day: Day,
): Period {
  const start = requested.start ?? defaultPeriod(terms, day).start;
  const startRefusal = refuseStart(start, day);
  const end = requested.end ?? (startRefusal ? undefined : defaultEnd(terms, start));
  const endRefusal = end === undefined ? undefined : refuseEnd(end, startRefusal ? undefined : start, day);
  refuseAny([startRefusal, endRefusal].filter((refusal) => refusal !== undefined));
  return { start, end };
}

function refuseStart(start: Day, day: Day): Refusal | undefined {
  return refuseDay(start, { first: day, field: 'start_date', early: 'start_date.past' });
}

function refuseEnd(end: Day, start: Day | undefined, day: Day): Refusal | undefined {
  const refusal = refuseDay(end, { first: day, field: 'end_date', early: 'end_date.past' });
  if (refusal) return refusal;
  return start !== undefined && end < start ? { code: 'end_date.reversed', field: 'end_date' } : undefined;
}
