import type { Customer } from '../../core/customer';
import { defineChange } from '../../database/changes';

interface ReminderFacts {
  customer: Customer;
}

export const remindersChanged = defineChange<ReminderFacts>('reminders.changed');
export const remindersSnoozed = defineChange<ReminderFacts>('reminders.snoozed');

/** A run queued or skipped reminders. Leaves no row in the ledger. */
export const remindersDecided = defineChange('reminders.decided');
