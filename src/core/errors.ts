import type { CopyKey, Values } from './words';

type CodeOf<Key> = Key extends `refusal.${infer Code}` ? Code : never;

/** Everything a person can be refused: each text `refusal.<code>` of a feature declares one. */
export type RefusalCode = CodeOf<CopyKey>;

/** The input a refusal belongs to, by its stable name in the forms. */
export type Field =
  | 'customer'
  | 'product'
  | 'quantity'
  | 'reference'
  | 'assign_by'
  | 'reason'
  | 'pool'
  | 'course'
  | 'trainee'
  | 'first_name'
  | 'last_name'
  | 'email'
  | 'start_date'
  | 'end_date'
  | 'frequency'
  | 'days'
  | 'time'
  | 'send_to'
  | 'timezone'
  | 'language'
  | 'country'
  | 'snooze_until'
  | 'seats'
  | 'code'
  | 'name'
  | 'description'
  | 'pack_size'
  | 'patterns'
  | 'role'
  | 'supervisor_role'
  | 'duration_days'
  | 'assign_within_days'
  | 'customer_support'
  | 'parameters'
  | 'shortname'
  | 'course_name'
  | 'file'
  | 'kind'
  | 'person'
  | 'products'
  | 'quota'
  | 'channel'
  | 'new_channel'
  | 'notes';

export interface Refusal {
  code: RefusalCode;
  field?: Field;
  details?: Values;
}

/** A refusal that the person sees, beside its field where it has one. Everything else that is thrown is a bug. */
export class UserError extends Error {
  readonly refusals: readonly Refusal[];

  constructor(...refusals: [Refusal, ...Refusal[]]) {
    super(refusals.map((refusal) => refusal.code).join(', '));
    this.name = 'UserError';
    this.refusals = refusals;
  }

  get code(): RefusalCode | undefined {
    return this.refusals[0]?.code;
  }
}

/** Throws all refusals at once, so that a form shows every wrong field, not one after the other. */
export function refuseAny(refusals: Refusal[]): void {
  const [first, ...others] = refusals;
  if (first) throw new UserError(first, ...others);
}
