import type { PromisedDays } from '../../core/period';
import type { Restriction } from '../../core/restriction';
import { type Day, dayAfter } from '../../core/time';

/** The terms of a seat, fixed when it is sold: later changes of the product never affect it. */
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
  /** Seats per unit sold. */
  packSize: number;
  assignWithinDays: number | undefined;
  /** Short name or id of a course in which coordinators are enrolled when seats are generated. */
  customerSupport: string | undefined;
  /** The exact Unix second, unless it is the first of the day. Ignored once the day has been changed. */
  startSecond: number | undefined;
  endSecond: number | undefined;
  /** Terms that use their default. */
  leftOut: readonly Defaulted[];
  archived: boolean;
  /** Increases with every change. */
  revision: number;
}

/** What people decide about a product. */
export type ProductTerms = Omit<Product, 'id' | 'archived' | 'revision'>;

/** The last day to assign a seat sold on `day`; undefined when the product sets no limit. */
export function defaultAssignBy(product: Product, day: Day): Day | undefined {
  return product.assignWithinDays === undefined ? undefined : dayAfter(day, product.assignWithinDays);
}

/** In place of a role: coordinators do not join the courses of their trainees. */
export const NO_SUPERVISOR = 'none';

/** Used for terms that people leave open. */
export const DEFAULTS = { role: 'student', supervisorRole: 'teacher', packSize: 1 } as const;
export type Defaulted = keyof typeof DEFAULTS;
export const DEFAULTED = Object.keys(DEFAULTS) as Defaulted[];

/** Names the terms that a form shows, which somebody may change before it is sent. */
export function termsShown({ code, revision }: Pick<Product, 'code' | 'revision'>): string {
  return `${revision} ${code}`;
}

/** Whether the form showed other terms of this product. One that showed none, or another product, says nothing. */
export function isOutdated(shown: string | undefined, product: Pick<Product, 'code' | 'revision'>): boolean {
  const [, code] = /^\d+ (.+)$/s.exec(shown ?? '') ?? [];
  return code === product.code && shown !== termsShown(product);
}
