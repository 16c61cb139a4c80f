import type { Person } from '../../core/person';
import { type Now, today, toInstant } from '../../core/time';
import type { Database } from '../../database/database';
import { enqueue } from '../../outbox/outbox';
import { type Hint, theCustomerFor } from '../orders/find-customer-for';
import { reminderSubject } from './reminder';
import { reminderTest } from './reminder.messages';

/** Sends this person a preview of the customer's reminder. Coalesced. */
export async function testReminder(db: Database, hint: Hint, by: Person, now: Now): Promise<void> {
  const customer = await theCustomerFor(db, hint, by, 'remind');
  const subject = reminderSubject(customer.id, today(now, customer.timezone));
  await enqueue(db, { message: reminderTest, subject, to: by }, toInstant(now));
}
