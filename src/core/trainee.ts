import { emailKey, isAscii, isEmail } from './email';
import { type Refusal, refuseAny } from './errors';
import { MAX_NAME_LENGTH, oneLine, searchKey } from './text';

/** The size of Moodle's column. */
const MAX_MOODLE_EMAIL_LENGTH = 100;

export interface Trainee {
  id: number;
  customerId: number;
  firstName: string;
  lastName: string;
  /** Normalised; unique within the customer. */
  email: string;
}

export interface NewTrainee {
  firstName: string;
  lastName: string;
  email: string;
}

export function fullName(trainee: Pick<Trainee, 'firstName' | 'lastName'>): string {
  return `${trainee.firstName} ${trainee.lastName}`.trim();
}

/** Whether it is the trainee's name but for capitals, accents and the order of its words. */
export function isCalled(trainee: Pick<Trainee, 'firstName' | 'lastName'>, name: string): boolean {
  return wordsOf(fullName(trainee)) === wordsOf(name);
}

function wordsOf(name: string): string {
  const words = searchKey(name).split(/[^\p{L}\p{N}]+/u);
  return words.sort().join(' ').trim() || searchKey(name);
}

/**
 * Normalises the input. Throws UserError with every invalid field at once. Moodle takes fewer addresses, and no tags in
 * names.
 */
export function newTrainee(input: NewTrainee, { enrols }: { enrols: boolean }): NewTrainee {
  const firstName = oneLine(input.firstName);
  const lastName = oneLine(input.lastName);
  const email = emailKey(input.email);
  const refusals: Refusal[] = [];
  refusals.push(...refuseName(firstName, 'first_name', enrols), ...refuseName(lastName, 'last_name', enrols));
  refusals.push(...refuseEmail(email, enrols));
  refuseAny(refusals);
  return { firstName, lastName, email };
}

function refuseEmail(email: string, enrols: boolean): Refusal[] {
  const field = 'email';
  if (!isEmail(email)) return [{ code: 'email.invalid', field }];
  if (enrols && !isAscii(email)) return [{ code: 'email.not_plain', field, details: { email } }];
  const isTooLong = enrols && email.length > MAX_MOODLE_EMAIL_LENGTH;
  return isTooLong ? [{ code: 'text.too_long', field, details: { most: MAX_MOODLE_EMAIL_LENGTH } }] : [];
}

function refuseName(name: string, field: 'first_name' | 'last_name', enrols: boolean): Refusal[] {
  if (!name) return [{ code: 'name.missing', field }];
  if (enrols && name.includes('<')) return [{ code: 'name.tag', field }];
  return name.length > MAX_NAME_LENGTH ? [{ code: 'text.too_long', field, details: { most: MAX_NAME_LENGTH } }] : [];
}
