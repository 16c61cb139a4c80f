import type { Identity } from '../core/identity';

const CUSTOMER = 'customer:';

/** The value of a button that means any seats of a customer, for where no channel says whose. */
export function ofCustomer(code: string): string {
  return `${CUSTOMER}${code}`;
}

/** Which seats a button means: those of an order or of a customer. Neither: of the customer whose channel it is. */
export function meantBy(value: string): { pool?: string; customer?: string } {
  if (!value) return {};
  return value.startsWith(CUSTOMER) ? { customer: value.slice(CUSTOMER.length) } : { pool: value };
}

/** The value of a button that means one person of a customer. */
export function personOf(code: string, { teamId, userId }: Identity): string {
  return `${teamId}/${userId}@${code}`;
}

/** Whom such a button means; nobody where it was tampered with. */
export function personMeant(value: string): { customer: string | undefined; person: Identity | undefined } {
  const [, teamId, userId, customer] = /^([^/@]+)\/([^/@]+)@(.+)$/s.exec(value) ?? [];
  return { customer, person: teamId && userId ? { teamId, userId } : undefined };
}
