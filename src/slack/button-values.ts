import type { Identity } from '../core/identity';

const CUSTOMER = 'customer:';

/** Button value for any seats of a customer, where the channel does not tell which customer. */
export function ofCustomer(code: string): string {
  return `${CUSTOMER}${code}`;
}

/** Decodes which seats a button means: those of an order or of a customer, else of the channel's customer. */
export function meantBy(value: string): { pool?: string; customer?: string } {
  if (!value) return {};
  return value.startsWith(CUSTOMER) ? { customer: value.slice(CUSTOMER.length) } : { pool: value };
}

/** Button value for another seat like this one: of its order, in its course. */
export function anotherLike({
  order,
  course,
}: {
  order: { reference: string };
  course: { shortname: string };
}): string {
  return `${order.reference}/${course.shortname}`;
}

/** Decodes such a value; undefined when it names no course. */
export function anotherMeant(value: string): { pool: string; course: string } | undefined {
  const [, pool, course] = /^(B\d+)\/(.+)$/s.exec(value) ?? [];
  return pool && course ? { pool, course } : undefined;
}

/** Button value for one person of a customer. */
export function personOf(code: string, { teamId, userId }: Identity): string {
  return `${teamId}/${userId}@${code}`;
}

/** Decodes such a value; undefined when it was tampered with. */
export function personMeant(value: string): { customer: string | undefined; person: Identity | undefined } {
  const [, teamId, userId, customer] = /^([^/@]+)\/([^/@]+)@(.+)$/s.exec(value) ?? [];
  return { customer, person: teamId && userId ? { teamId, userId } : undefined };
}

/** Button value for what acts on an assignment as it was shown: its seat may have another trainee later, or course. */
export function ofAssignment(id: number, version: string): string {
  return `${id} ${version}`;
}

/** Decodes such a value. A button of an earlier version names only the seat, whose card shows who has it now. */
export function assignmentMeant(value: string): { id: number; version: string } | undefined {
  const [, id, version] = /^(\d{1,9}) (.+)$/s.exec(value) ?? [];
  return id && version ? { id: Number(id), version } : undefined;
}
