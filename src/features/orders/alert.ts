import { type Day, daysBetween } from '../../core/time';

/** Days before the last one to assign at which people hear that seats expire. */
export const EXPIRY_THRESHOLDS = [1, 7, 30, 60] as const;

/** Those that an order generated on that day will never cross, because they lie behind it. */
export function thresholdsPassed(assignBy: Day, generatedOn: Day): number[] {
  const days = daysBetween(generatedOn, assignBy);
  return EXPIRY_THRESHOLDS.filter((threshold) => days <= threshold);
}

/** Per cent of a product's seats left at which people hear that they run low. */
const STOCK_THRESHOLDS = [0, 10, 25] as const;

/** What is left of the seats there were after the newest order. */
export interface Stock {
  left: number;
  /** As many as there were when the newest order had just been generated. */
  of: number;
}

/** Those that the stock has fallen to, the lowest first. */
export function stockThresholdsReached({ left, of }: Stock): number[] {
  return STOCK_THRESHOLDS.filter((threshold) => left * 100 <= of * threshold);
}
