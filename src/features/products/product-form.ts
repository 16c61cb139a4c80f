import { type Restriction, restriction } from '../../core/restriction';
import type { Day } from '../../core/time';
import type { Matches } from '../courses/match-courses';
import type { ReadParameters } from './parameter-string';
import type { Product } from './product';

/** A product as it stands in its form: what was typed, right or wrong. Empty fields are undefined. */
export interface ProductForm {
  code: string | undefined;
  name: string | undefined;
  description: string | undefined;
  packSize: string | undefined;
  /** Courses chosen from the list, and what was typed beside it. */
  picked: readonly string[];
  patterns: string | undefined;
  role: string | undefined;
  supervisorRole: string | undefined;
  durationDays: string | undefined;
  startDate: Day | undefined;
  endDate: Day | undefined;
  assignWithinDays: string | undefined;
  customerSupport: string | undefined;
  /** Carried along unseen: exact moments of the two days. */
  startSecond: number | undefined;
  endSecond: number | undefined;
}

/** The product that a form changes, as it was when the form was opened. */
export interface Opened {
  code: string;
  revision: number;
}

/** What the form shows. */
export interface ProductDraft {
  form: ProductForm;
  /** Undefined for a product that is yet to be. */
  opened: Opened | undefined;
  /** Orders that keep what they were sold under, whatever is saved. */
  orders: number;
  matches: Matches;
}

/** More does not fit into one text field of Slack. */
export const MAX_TEXT_LENGTH = 3000;
/** As many as one list of chosen things holds with comfort. */
const MAX_PICKED = 100;

export const EMPTY_FORM: ProductForm = {
  code: undefined,
  name: undefined,
  description: undefined,
  packSize: undefined,
  picked: [],
  patterns: undefined,
  role: undefined,
  supervisorRole: undefined,
  durationDays: undefined,
  startDate: undefined,
  endDate: undefined,
  assignWithinDays: undefined,
  customerSupport: undefined,
  startSecond: undefined,
  endSecond: undefined,
};

/** The form that, saved as it is, changes nothing. */
export function formOf(product: Product, isOpen: (shortname: string) => boolean): ProductForm {
  const { leftOut, code, name, description, startDate, endDate, startSecond, endSecond, customerSupport } = product;
  return {
    ...{ code, name, description, startDate, endDate, startSecond, endSecond, customerSupport },
    ...placed(product.courses, isOpen),
    packSize: leftOut.includes('packSize') ? undefined : String(product.packSize),
    role: leftOut.includes('role') ? undefined : product.role,
    supervisorRole: leftOut.includes('supervisorRole') ? undefined : product.supervisorRole,
    durationDays: numberText(product.durationDays),
    assignWithinDays: numberText(product.assignWithinDays),
  };
}

/** What a parameter string says, in a form that has the rest already. */
export function filledWith(form: ProductForm, read: ReadParameters, isOpen: (shortname: string) => boolean) {
  return {
    ...form,
    ...placed(read.courses ?? [], isOpen),
    packSize: numberText(read.packSize),
    role: read.role,
    supervisorRole: read.supervisorRole,
    durationDays: numberText(read.durationDays),
    startDate: read.startDate,
    startSecond: read.startSecond,
    endDate: read.endDate,
    endSecond: read.endSecond,
    customerSupport: read.customerSupport,
  };
}

/** The name as it is, where the form could only show its beginning and nobody changed that. */
export function nameMeant(form: ProductForm, { name }: Pick<Product, 'name'>): string | undefined {
  const isCut = name.length > MAX_TEXT_LENGTH && form.name?.endsWith('…');
  return isCut && name.startsWith(form.name?.slice(0, -1) ?? '') ? name : form.name;
}

/** All entries of the form, chosen ones first. */
export function restrictionOf({ picked, patterns = '' }: Pick<ProductForm, 'picked' | 'patterns'>): Restriction {
  return restriction([...picked, ...patterns.split(/[,\n]/)]);
}

/**
 * Courses that can be chosen go into the list as far as that keeps the order of all; the rest is typed. An entry with a
 * comma can only be chosen.
 */
function placed(courses: Restriction, isOpen: (shortname: string) => boolean) {
  const isTyped = (entry: string, index: number) => index >= MAX_PICKED || !isOpen(entry);
  const first = courses.findIndex((entry, index) => !entry.includes(',') && isTyped(entry, index));
  const end = first < 0 ? courses.length : first;
  const isPicked = (entry: string, index: number) => index < end || entry.includes(',');
  const typed = courses.filter((entry, index) => !isPicked(entry, index));
  const spaced = typed.join(', ');
  return {
    picked: courses.filter(isPicked),
    patterns: (spaced.length <= MAX_TEXT_LENGTH ? spaced : typed.join(',')) || undefined,
  };
}

function numberText(number: number | undefined): string | undefined {
  return number === undefined ? undefined : String(number);
}
