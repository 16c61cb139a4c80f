const CUSTOMER = 'customer:';

/** The value of a button that means any seats of a customer, for where no channel says whose. */
export function ofCustomer(code: string): string {
  return `${CUSTOMER}${code}`;
}

/** Which seats a button means: those of an order, of a customer, or of whoever the channel belongs to. */
export function meantBy(value: string): { pool?: string; customer?: string } {
  if (!value) return {};
  return value.startsWith(CUSTOMER) ? { customer: value.slice(CUSTOMER.length) } : { pool: value };
}
