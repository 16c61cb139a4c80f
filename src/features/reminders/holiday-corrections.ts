import { addDays, type Day } from '../../core/time';

/** Where `date-holidays` differs from the official calendar, by its rule. A rule that upstream changes is no longer met. */
const SHIFTED: Record<string, Record<string, number>> = {
  // The three days of Seollal begin on the eve; checked against the official days of 2026 and 2027.
  KR: { 'korean 01-0-01 P3D': -1 },
};
const NO_HOLIDAY: Record<string, string> = { 'CA-ON': 'easter 1' };
/** The National Day for Truth and Reconciliation, by laws of 2022 to 2024. */
const MISSING: Record<string, string> = {
  'CA-BC': '09-30',
  'CA-MB': '09-30',
  'CA-NT': '09-30',
  'CA-NU': '09-30',
  'CA-PE': '09-30',
  'CA-YT': '09-30',
};

/** The first day on which a holiday of the library really falls; undefined when it is none. */
export function correctedDay(place: string, rule: string, day: Day): Day | undefined {
  if (NO_HOLIDAY[place] === rule) return undefined;
  return addDays(day, SHIFTED[place]?.[rule] ?? 0);
}

/** Holidays of a year that the library does not have. */
export function missingDays(place: string, year: string): Day[] {
  const day = MISSING[place];
  return day === undefined ? [] : [`${year}-${day}`];
}
