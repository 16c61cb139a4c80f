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

/** The distinct schedules of active customers. */
export async function findSchedules(db: Database): Promise<ReminderSchedule[]> {
  const rows = await db('customers')
    .whereNull('archived_at')
    .distinct(...SCHEDULE);
  return rows.map(fromRow);
}

/** The distinct schedules of active customers without a decision for the day. */
export async function findUndecidedSchedules(db: Database, day: Day): Promise<ReminderSchedule[]> {
  const rows = await db('customers')
    .whereNull('archived_at')
    .whereRaw('not exists (select 1 from reminders where customer_id = customers.id and day = ?)', [day])
    .distinct(...SCHEDULE);
  return rows.map(fromRow);
}

/** Matches customers with exactly this schedule. */
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

/** Throws when there is no such customer. */
export async function getReminderSettings(db: Database, customerId: number): Promise<ReminderSettings> {
  const row = await db('customers')
    .where({ id: customerId })
    .first(...SCHEDULE, 'reminder_to', 'locale');
  if (!row) throw new Error(`There is no customer ${customerId}.`);
  return { ...fromRow(row), to: row.reminder_to, locale: row.locale };
}

/** Blocks concurrent changes until the transaction ends; they then read its result. */
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

/** Clears past snoozes. Each distinct snooze makes a schedule that every run must check. */
export async function forgetSnoozes(db: Database, before: Day): Promise<number> {
  return db('customers').where('snoozed_until', '<', before).update({ snoozed_until: null });
}

/** Ends snoozes that last beyond that day. Reads first, so that a usual look takes no lock. */
export async function endSnoozesAfter(db: Database, day: Day): Promise<void> {
  const beyond = () => db('customers').where('snoozed_until', '>', day);
  if (await beyond().first('id')) await beyond().update({ snoozed_until: null });
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
