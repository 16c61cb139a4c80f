import type { Course, Enrolment, Records } from './records';

interface Place {
  courseId: number;
  accountId: number;
}

const isAt =
  ({ courseId, accountId }: Place) =>
  (one: Place) =>
    one.courseId === courseId && one.accountId === accountId;

export function enrolmentsAt({ enrolments }: Records, place: Place): Enrolment[] {
  return enrolments.filter(isAt(place));
}

export function roleIdsAt({ roles }: Records, place: Place): number[] {
  return roles.filter(isAt(place)).map(({ roleId }) => roleId);
}

export function visitAt({ visits }: Records, place: Place): number {
  return visits.find(isAt(place))?.at ?? 0;
}

export function isActive({ start, end, suspended, method }: Enrolment, { manual, self }: Course, now: number): boolean {
  const isOffered = method === 'manual' ? manual === 'enabled' : self;
  return isOffered && !suspended && start <= now && (end === 0 || end > now);
}

/** A second enrolment with the same method updates the dates of the first. */
export function putEnrolment(records: Records, enrolment: Enrolment, roleId: number): void {
  const { enrolments, roles } = records;
  const present = enrolmentsAt(records, enrolment).find(({ method }) => method === enrolment.method);
  if (present) Object.assign(present, enrolment);
  else enrolments.push({ ...enrolment });
  putRole(records, enrolment, roleId);
  roles.sort((one, other) => one.roleId - other.roleId);
}

export function putRole(records: Records, place: Place, roleId: number): void {
  const { courseId, accountId } = place;
  if (!roleIdsAt(records, place).includes(roleId)) records.roles.push({ courseId, accountId, roleId });
}

export function dropRole(records: Records, place: Place, roleId: number): void {
  const isHere = isAt(place);
  records.roles = records.roles.filter((one) => !isHere(one) || one.roleId !== roleId);
}

/** Removing the last enrolment in a course also removes roles, groups and the last visit. */
export function dropEnrolments(records: Records, place: Place, methods: readonly Enrolment['method'][]): void {
  const isHere = isAt(place);
  const had = enrolmentsAt(records, place);
  const dropped = had.filter(({ method }) => methods.includes(method));
  records.enrolments = records.enrolments.filter((one) => !dropped.includes(one));
  if (dropped.length === 0 || dropped.length < had.length) return;
  records.roles = records.roles.filter((one) => !isHere(one));
  records.visits = records.visits.filter((one) => !isHere(one));
  for (const group of records.groups) {
    if (group.courseId === place.courseId) group.members = group.members.filter((id) => id !== place.accountId);
  }
}
