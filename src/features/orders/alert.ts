import { type Day, daysBetween } from '../../core/time';

/** Expiry alerts go out this many days before the last day to assign. */
export const EXPIRY_THRESHOLDS = [1, 7, 30, 60] as const;

/** Thresholds already reached on the day the order is generated; the order never crosses them. */
export function thresholdsPassed(assignBy: Day, generatedOn: Day): number[] {
  const days = daysBetween(generatedOn, assignBy);
  return EXPIRY_THRESHOLDS.filter((threshold) => days <= threshold);
}

/** Low-stock alerts go out at these percentages of a product's seats. */
const STOCK_THRESHOLDS = [0, 10, 25] as const;

/** Seats left of those available after the newest order. */
export interface Stock {
  left: number;
  /** Seats available right after the newest order was generated. */
  of: number;
}

/** Thresholds that the stock has reached, lowest first. */
export function stockThresholdsReached({ left, of }: Stock): number[] {
  return STOCK_THRESHOLDS.filter((threshold) => left * 100 <= of * threshold);
}
