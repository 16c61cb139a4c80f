import type { Customer } from '../../core/customer';
import { defineChange } from '../../database/changes';

interface ReminderFacts {
  customer: Customer;
}

export const remindersChanged = defineChange<ReminderFacts>('reminders.changed');
export const remindersSnoozed = defineChange<ReminderFacts>('reminders.snoozed');

/** Reminders of some customers were queued or skipped. Leaves no row in the ledger. */
export const remindersDecided = defineChange('reminders.decided');
