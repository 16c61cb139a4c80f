import { laterDay } from '../../core/time';
import { dayIn } from './parameter-time';
import type { Product } from './product';

/** The two fixed days, each with its exact second where it has one. */
type Days = Pick<Product, 'startDate' | 'endDate'>;
type Seconds = Pick<Product, 'startSecond' | 'endSecond'>;

/**
 * The product as it is sold to somebody of that zone: where it knows an exact moment, the day of that moment there. The
 * end is never before the start, whatever the zone does to one of them alone.
 */
export function soldIn<Sold extends Days & Seconds>(timezone: string, product: Sold): Sold {
  const startDate = dayIn(timezone, product.startDate, product.startSecond);
  const end = dayIn(timezone, product.endDate, product.endSecond);
  const endDate = startDate !== undefined && end !== undefined ? laterDay(startDate, end) : end;
  return { ...product, startDate, endDate };
}

/** Forgets the exact moment of a start that comes after the end of the same day: one of the days was changed. */
export function secondsInOrder({ startDate, endDate, startSecond, endSecond }: Days & Seconds): Seconds {
  const isReversed = startDate === endDate && startSecond !== undefined && !(endSecond && endSecond >= startSecond);
  return { startSecond: isReversed ? undefined : startSecond, endSecond };
}
