import type { Person } from '../domain/person';
import { reminderSubject } from '../domain/reminder';
import { type Now, today, toInstant } from '../domain/time';
import type { Database } from '../storage/database';
import { enqueue } from '../storage/outbox';
import { type Hint, theCustomerFor } from './access';

/** Sends this person what the customer would be sent now; pressed twice it comes once. */
export async function testReminder(db: Database, hint: Hint, by: Person, now: Now): Promise<void> {
  const customer = await theCustomerFor(db, hint, by, 'remind');
  const subject = reminderSubject(customer.id, today(now, customer.timezone));
  await enqueue(db, { kind: 'reminder.test', subject, to: by }, toInstant(now));
}
