import type { Day } from '../../core/time';
import type { Database } from '../../database/database';
import type { CustomerRow } from '../../database/tables';
import type { ReminderSchedule } from './reminder';
import type { ReminderSettings } from './reminder-settings';

const SCHEDULE = [
  'timezone',
  'reminder_time',
  'reminder_days',
  'reminder_frequency',
  'holiday_country',
  'snoozed_until',
] as const;
type ScheduleRow = Pick<CustomerRow, (typeof SCHEDULE)[number]>;

/** Each schedule that any customer has, once; nobody is reminded who is archived. */
export async function findSchedules(db: Database): Promise<ReminderSchedule[]> {
  const rows = await db('customers')
    .whereNull('archived_at')
    .distinct(...SCHEDULE);
  return rows.map(fromRow);
}

/** Those that any customer has whose day is not decided. */
export async function findUndecidedSchedules(db: Database, day: Day): Promise<ReminderSchedule[]> {
  const rows = await db('customers')
    .whereNull('archived_at')
    .whereRaw('not exists (select 1 from reminders where customer_id = customers.id and day = ?)', [day])
    .distinct(...SCHEDULE);
  return rows.map(fromRow);
}

/** The condition that a customer has exactly that schedule. */
export function hasSchedule(schedule: ReminderSchedule) {
  const row = toRow(schedule);
  return {
    'customers.timezone': row.timezone,
    'customers.reminder_time': row.reminder_time,
    'customers.reminder_days': row.reminder_days,
    'customers.reminder_frequency': row.reminder_frequency,
    'customers.holiday_country': row.holiday_country,
    'customers.snoozed_until': row.snoozed_until,
  };
}

/** Of a customer that must be there. */
export async function getReminderSettings(db: Database, customerId: number): Promise<ReminderSettings> {
  const row = await db('customers')
    .where({ id: customerId })
    .first(...SCHEDULE, 'reminder_to', 'locale');
  if (!row) throw new Error(`There is no customer ${customerId}.`);
  return { ...fromRow(row), to: row.reminder_to, locale: row.locale };
}

/** Whoever changes them at the same time waits for this transaction, and reads what it left. */
export async function lockReminderSettings(tx: Database, customerId: number): Promise<void> {
  await tx('customers').where({ id: customerId }).forUpdate().first('id');
}

export async function saveReminderSettings(
  db: Database,
  customerId: number,
  settings: ReminderSettings,
): Promise<void> {
  await db('customers')
    .where({ id: customerId })
    .update({ ...toRow(settings), reminder_to: settings.to, locale: settings.locale, version: db.raw('version + 1') });
}

export async function saveSnooze(db: Database, customerId: number, until: Day | undefined): Promise<void> {
  await db('customers')
    .where({ id: customerId })
    .update({ snoozed_until: until ?? null });
}

/** A snooze that is over means nothing any more, and each distinct one is looked at every time. */
export async function forgetSnoozes(db: Database, before: Day): Promise<number> {
  return db('customers').where('snoozed_until', '<', before).update({ snoozed_until: null });
}

function fromRow(row: ScheduleRow): ReminderSchedule {
  return {
    timezone: row.timezone,
    time: row.reminder_time,
    days: [...row.reminder_days].map(Number),
    frequency: row.reminder_frequency,
    country: row.holiday_country ?? undefined,
    snoozedUntil: row.snoozed_until ?? undefined,
  };
}

function toRow(schedule: ReminderSchedule): ScheduleRow {
  return {
    timezone: schedule.timezone,
    reminder_time: schedule.time,
    reminder_days: [...schedule.days].sort().join(''),
    reminder_frequency: schedule.frequency,
    holiday_country: schedule.country ?? null,
    snoozed_until: schedule.snoozedUntil ?? null,
  };
}
