import { emailKey, isAscii, isEmail } from './email';
import { type Refusal, refuseAny } from './errors';
import { plainLetters } from './letters';
import { MAX_NAME_LENGTH, oneLine } from './text';
import { visibleText } from './visible';

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

/**
 * Marks that people leave out. In scripts such as Devanagari and kana, a mark is a vowel or another sound, and makes
 * another name.
 */
const ACCENTS = /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}]\p{M}*)\p{M}/gu;

/** Whether it is the trainee's name but for capitals, accents and the order of its words. */
export function isCalled(trainee: Pick<Trainee, 'firstName' | 'lastName'>, name: string): boolean {
  return wordsOf(fullName(trainee)) === wordsOf(name);
}

function wordsOf(name: string): string {
  const letters = visibleText(name.normalize('NFKD')).replaceAll(ACCENTS, '').toLowerCase();
  const words = plainLetters(letters).split(/[^\p{L}\p{M}\p{N}]+/u);
  return words.sort().join(' ').trim() || letters;
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
