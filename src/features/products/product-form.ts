import { type Restriction, restriction } from '../../core/restriction';
import type { Day } from '../../core/time';
import type { Matches } from '../courses/match-courses';
import type { ReadParameters } from './parameter-string';
import type { Product } from './product';

/** The values in the form of a product, valid or not. Empty fields are undefined. */
export interface ProductForm {
  code: string | undefined;
  name: string | undefined;
  description: string | undefined;
  packSize: string | undefined;
  /** Courses chosen from the list; `patterns` is the text beside it. */
  picked: readonly string[];
  patterns: string | undefined;
  role: string | undefined;
  supervisorRole: string | undefined;
  durationDays: string | undefined;
  startDate: Day | undefined;
  endDate: Day | undefined;
  assignWithinDays: string | undefined;
  customerSupport: string | undefined;
  /** Exact seconds of the two days, carried along invisibly. */
  startSecond: number | undefined;
  endSecond: number | undefined;
}

/** The product that a form changes, as of when the form was opened. */
export interface Opened {
  code: string;
  revision: number;
}

/** The content of the form. */
export interface ProductDraft {
  form: ProductForm;
  /** Undefined for a new product. */
  opened: Opened | undefined;
  /** Number of orders, which keep the terms they were sold under. */
  orders: number;
  matches: Matches;
}

/** Limit of a text field in Slack. */
export const MAX_TEXT_LENGTH = 3000;
/** More choices make the list in Slack hard to use. */
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

/** The form of the product; saving it unchanged changes nothing. */
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

/** The form with the values of a parameter string; other fields stay. */
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

/** The original name, when the form showed only its beginning and the person did not change it. */
export function nameMeant(form: ProductForm, { name }: Pick<Product, 'name'>): string | undefined {
  const isCut = name.length > MAX_TEXT_LENGTH && form.name?.endsWith('…');
  return isCut && name.startsWith(form.name?.slice(0, -1) ?? '') ? name : form.name;
}

/** All entries of the form, chosen ones first. */
export function restrictionOf({ picked, patterns = '' }: Pick<ProductForm, 'picked' | 'patterns'>): Restriction {
  return restriction([...picked, ...patterns.split(/[,\n]/)]);
}

/**
 * Moves open courses into the list as long as the order stays; the other entries become text. An entry with a comma can
 * only be chosen.
 */
function placed(courses: Restriction, isOpen: (shortname: string) => boolean) {
  const isTyped = (entry: string, index: number) => index >= MAX_PICKED || !isOpen(entry);
  const first = courses.findIndex((entry, index) => !entry.includes(',') && isTyped(entry, index));
  const end = first < 0 ? courses.length : first;
  const isPicked = (entry: string, index: number) => index < end || entry.includes(',');
  const others = courses.filter((entry, index) => !isPicked(entry, index));
  const spaced = others.join(', ');
  return {
    picked: courses.filter(isPicked),
    patterns: (spaced.length <= MAX_TEXT_LENGTH ? spaced : others.join(',')) || undefined,
  };
}

function numberText(number: number | undefined): string | undefined {
  return number === undefined ? undefined : String(number);
}
