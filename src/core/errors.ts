import type { ParameterProblem } from '../features/products/parameter-problem';
import type { Finding } from '../features/products/product-finding';

/** Everything a person can be refused, each with a sentence of its own in every catalogue of copy (`refusal.<code>`). */
export type RefusalCode =
  | 'access.nobody'
  | 'access.sales_only'
  | 'access.admin_only'
  | 'access.not_yours'
  | 'submission.not_yours'
  | 'form.stale'
  | 'customer.unknown'
  | 'product.unknown'
  | 'product.archived'
  | 'product.ended'
  | 'quantity.range'
  | 'quantity.too_many_seats'
  | 'assign_by.past'
  | 'order.unknown'
  | 'order.cancelled'
  | 'order.has_assignments'
  | 'reason.missing'
  | 'days.missing'
  | 'time.invalid'
  | 'timezone.unknown'
  | 'country.unknown'
  | 'choice.missing'
  | 'snooze.missing'
  | 'snooze.past'
  | 'snooze.too_long'
  | 'seats.range'
  | 'request.unknown'
  | 'request.answered'
  | 'request.other_customer'
  | 'course.unknown'
  | 'course.closed'
  | 'course.no_enrolment'
  | 'course.hidden_in_moodle'
  | 'course.gone_from_moodle'
  | 'course.no_enrolment_in_moodle'
  | 'course.unusable_name_in_moodle'
  | 'course.not_allowed'
  | 'course.missing'
  | 'quota.reached'
  | 'seat.none_left'
  | 'seat.none_at_all'
  | 'seat.expired'
  | 'seat.not_assigned'
  | 'seat.changed'
  | 'release.sales_only'
  | 'release.started'
  | 'release.under_way'
  | 'enrolment.not_failed'
  | 'course.settled'
  | 'trainee.missing'
  | 'trainee.unknown'
  | 'trainee.already_in_course'
  | 'name.missing'
  | 'text.too_long'
  | 'email.invalid'
  | 'date.invalid'
  | 'date.range'
  | 'start_date.past'
  | 'end_date.reversed'
  | 'end_date.past'
  | 'code.invalid'
  | 'code.taken'
  | 'number.range'
  | 'text.character'
  | 'moodle_role.unknown'
  | 'courses.excess'
  | 'parameters.invalid'
  | 'parameters.comma'
  | 'product.changed'
  | 'product.has_errors'
  | 'import.wrong'
  | 'shortname.missing'
  | 'shortname.backslash'
  | 'shortname.taken'
  | 'file.missing'
  | 'import.unknown'
  | 'import.reading'
  | 'import.importing'
  | 'import.done'
  | 'import.cancelled'
  | 'person.missing'
  | 'person.app'
  | 'person.unknown'
  | 'person.silent'
  | 'person.coordinates'
  | 'person.invited'
  | 'quota.range'
  | 'coordinator.gone'
  | 'invitation.no_channel'
  | 'invitation.closed'
  | 'deputy.unknown'
  | 'deputy.silent'
  | 'deputy.self'
  | 'deputy.coordinates'
  | 'delegation.overlaps'
  | 'delegation.gone'
  | 'delegation.not_yours'
  | 'role.members_only'
  | 'role.not_checked'
  | 'role.given_already'
  | 'role.last_admin'
  | 'customer.archived'
  | 'customer.namesake'
  | 'customer.none'
  | 'product.none'
  | 'customer.changed'
  | 'channel.invalid'
  | 'channel.taken'
  | 'channel.name'
  | 'channel.both'
  | 'channel.works';

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
  details?: Record<string, string | number>;
  /** What the check of a product, or the reading of a parameter string, found: told as `{{problem}}`. */
  finding?: Finding;
  problem?: ParameterProblem;
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
