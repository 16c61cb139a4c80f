import { type Day, isDay } from '../../core/time';
import type { ProductParameters } from './parameter-string';
import type { Finding, FindingCode } from './product-finding';

/** Dates that no assignment could meet. A start in the past is fine: it means now. */
export function dateFindings(product: ProductParameters, day: Day): Finding[] {
  const { startDate, endDate, durationDays: days } = product;
  const findings: Finding[] = [];
  const wrong = (code: FindingCode, details: Finding['details']) => findings.push({ level: 'error', code, details });
  const [start, end] = [whenDay(startDate), whenDay(endDate)];
  if (startDate !== start) wrong('start_date.invalid', { day: startDate ?? '' });
  if (endDate !== end) wrong('end_date.invalid', { day: endDate ?? '' });
  if (start !== undefined && end !== undefined && end < start) wrong('end_date.reversed', { start, end });
  if (end !== undefined && end < day) wrong('end_date.past', { day: end });
  if (days !== undefined && !(Number.isInteger(days) && days >= 1)) wrong('duration.invalid', { days });
  return findings;
}

function whenDay(text: string | undefined): Day | undefined {
  return text !== undefined && isDay(text) ? text : undefined;
}
