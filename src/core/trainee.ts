import { type Refusal, refuseAny } from './errors';
import { foldKey, isEmail, MAX_NAME_LENGTH, oneLine } from './text';

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

/** Normalises the input. Throws UserError with every invalid field at once. Moodle takes no tags in names. */
export function newTrainee(input: NewTrainee, { enrols }: { enrols: boolean }): NewTrainee {
  const firstName = oneLine(input.firstName);
  const lastName = oneLine(input.lastName);
  const email = foldKey(input.email);
  const refusals: Refusal[] = [];
  refusals.push(...refuseName(firstName, 'first_name', enrols), ...refuseName(lastName, 'last_name', enrols));
  if (!isEmail(email)) refusals.push({ code: 'email.invalid', field: 'email' });
  refuseAny(refusals);
  return { firstName, lastName, email };
}

function refuseName(name: string, field: 'first_name' | 'last_name', enrols: boolean): Refusal[] {
  if (!name) return [{ code: 'name.missing', field }];
  if (enrols && name.includes('<')) return [{ code: 'name.tag', field }];
  return name.length > MAX_NAME_LENGTH ? [{ code: 'text.too_long', field, details: { most: MAX_NAME_LENGTH } }] : [];
}
