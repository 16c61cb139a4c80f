import type { Restriction } from './restriction';
import { addDays, type Day } from './time';

/** What a seat entitles to: fixed when it is sold, so that editing the product never changes seats already sold. */
export interface Terms {
  courses: Restriction;
  /** Moodle short names of the roles given in the course. */
  role: string;
  supervisorRole: string;
  durationDays: number | undefined;
  startDate: Day | undefined;
  endDate: Day | undefined;
}

export interface Product extends Terms {
  id: number;
  code: string;
  name: string;
  /** Seats made by one unit sold. */
  packSize: number;
  assignWithinDays: number | undefined;
  archived: boolean;
}

/** The last day on which a seat sold on `day` can be assigned; undefined when the product sets no limit. */
export function defaultAssignBy(product: Product, day: Day): Day | undefined {
  return product.assignWithinDays === undefined ? undefined : addDays(day, product.assignWithinDays);
}

/** What a product gets where nobody says otherwise. */
export const DEFAULTS = { role: 'student', supervisorRole: 'teacher', packSize: 1 } as const;
