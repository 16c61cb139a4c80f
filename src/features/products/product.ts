import type { PromisedDays } from '../../core/period';
import type { Restriction } from '../../core/restriction';
import { addDays, type Day } from '../../core/time';

/** What a seat entitles to: fixed when it is sold, so that editing the product never changes seats already sold. */
export interface Terms extends PromisedDays {
  courses: Restriction;
  /** Moodle short names of the roles given in the course. */
  role: string;
  supervisorRole: string;
}

export interface Product extends Terms {
  id: number;
  code: string;
  name: string;
  description: string | undefined;
  /** Seats made by one unit sold. */
  packSize: number;
  assignWithinDays: number | undefined;
  /** A course, by its short name or id, in which coordinators are enrolled when seats are generated. */
  customerSupport: string | undefined;
  /** The exact Unix second where it is not the first of the day; of no account once the day has been changed. */
  startSecond: number | undefined;
  endSecond: number | undefined;
  /** What nobody set, and so has its default. */
  leftOut: readonly Defaulted[];
  archived: boolean;
  /** Grows with every change. */
  revision: number;
}

/** What people decide about a product; the rest comes of itself. */
export type ProductTerms = Omit<Product, 'id' | 'archived' | 'revision'>;

/** The last day on which a seat sold on `day` can be assigned; undefined when the product sets no limit. */
export function defaultAssignBy(product: Product, day: Day): Day | undefined {
  return product.assignWithinDays === undefined ? undefined : addDays(day, product.assignWithinDays);
}

/** What a product gets where nobody says otherwise. */
export const DEFAULTS = { role: 'student', supervisorRole: 'teacher', packSize: 1 } as const;
export type Defaulted = keyof typeof DEFAULTS;
export const DEFAULTED = Object.keys(DEFAULTS) as Defaulted[];
