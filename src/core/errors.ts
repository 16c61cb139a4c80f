import type { Field } from './field';
import type { CopyKey, Values } from './words';

type CodeOf<Key> = Key extends `refusal.${infer Code}` ? Code : never;

/** Everything a person can be refused: each text `refusal.<code>` of a feature declares one. */
export type RefusalCode = CodeOf<CopyKey>;

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
