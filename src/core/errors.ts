import type { Field } from './field';
import type { CopyKey, Values } from './words';

type CodeOf<Key> = Key extends `refusal.${infer Code}` ? Code : never;

/** All refusals: each `refusal.<code>` text in a feature's copy declares one. */
export type RefusalCode = CodeOf<CopyKey>;

export interface Refusal {
  code: RefusalCode;
  field?: Field;
  details?: Values;
}

/** A refusal for the person to see, beside its field if it has one. Any other thrown error is a bug. */
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

/** Somebody changed what the form shows since it was opened. The person sees the form again, with what is there now. */
export class ChangedMeanwhile extends UserError {}

/** Throws all refusals together, so that a form shows every invalid field at once. */
export function refuseAny(refusals: Refusal[]): void {
  const [first, ...others] = refusals;
  if (first) throw new UserError(first, ...others);
}
