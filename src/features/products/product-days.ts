import { laterDay } from '../../core/time';
import { dayIn } from './parameter-time';
import type { Product } from './product';

/** The two fixed days, each with an exact second if it has one. */
type Days = Pick<Product, 'startDate' | 'endDate'>;
type Seconds = Pick<Product, 'startSecond' | 'endSecond'>;

/**
 * The product as sold to a customer in that zone: an exact moment becomes its day there. The end is never before the
 * start, even when the zone moves only one of them.
 */
export function soldIn<Sold extends Days & Seconds>(timezone: string, product: Sold): Sold {
  const startDate = dayIn(timezone, product.startDate, product.startSecond);
  const end = dayIn(timezone, product.endDate, product.endSecond);
  const endDate = startDate !== undefined && end !== undefined ? laterDay(startDate, end) : end;
  return { ...product, startDate, endDate };
}

/** Drops the exact second of a start that comes after the end on the same day, as when one of the days was changed. */
export function secondsInOrder({ startDate, endDate, startSecond, endSecond }: Days & Seconds): Seconds {
  const isReversed = startDate === endDate && startSecond !== undefined && !(endSecond && endSecond >= startSecond);
  return { startSecond: isReversed ? undefined : startSecond, endSecond };
}
