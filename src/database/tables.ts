import type { Knex } from 'knex';
import type { Locale } from '../core/customer';
import type { Role } from '../core/person';
import type { Day, Instant } from '../core/time';

// Every table as the migrations leave it; a test compares this file with both databases. A migration that changes a
// table changes its row here. Query results have these types, so nullable columns include `null`.

/** A boolean, for which the two databases have no common type. */
type Flag = 0 | 1;
/** PostgreSQL returns 64-bit integers as text. */
type BigInteger = number | string;

/** A table: the rows that a query returns, and the columns that the database fills in on insert. */
type Table<Row, Defaulted extends keyof Row = never> = Knex.CompositeTableType<
  Row,
  OrExpression<Omit<Row, Defaulted | NullableColumn<Row>> & Partial<Pick<Row, Defaulted | NullableColumn<Row>>>>,
  OrExpression<Partial<Row>>
>;

type NullableColumn<Row> = { [C in keyof Row]: null extends Row[C] ? C : never }[keyof Row];
type OrExpression<Row> = { [C in keyof Row]: Row[C] | Expression };

/** A part of an SQL statement: a query, a reference, or SQL text, which nothing checks. */
export interface Expression {
  toSQL(): Knex.Sql;
}

declare module 'knex/types/tables' {
  interface Tables {
    installation: Table<InstallationRow>;
    courses: Table<CourseRow, 'id' | 'hidden_here'>;
    products: Table<ProductRow, 'id' | 'left_out' | 'revision'>;
    product_courses: Table<ProductCourseRow, 'position'>;
    customers: Table<
      CustomerRow,
      'id' | 'reminder_frequency' | 'reminder_time' | 'reminder_days' | 'reminder_to' | 'notes' | 'version'
    >;
    coordinators: Table<CoordinatorRow>;
    coordinator_products: Table<CoordinatorProductRow>;
    delegations: Table<DelegationRow, 'id'>;
    invitations: Table<InvitationRow, 'id'>;
    invitation_products: Table<InvitationProductRow>;
    access_requests: Table<AccessRequestRow, 'id'>;
    roles: Table<RoleRow>;
    profiles: Table<ProfileRow>;
    trainees: Table<TraineeRow, 'id'>;
    orders: Table<OrderRow, 'id'>;
    order_courses: Table<OrderCourseRow>;
    seats: Table<SeatRow, 'id'>;
    seat_counts: Table<SeatCountRow, 'id'>;
    customer_stock: Table<CustomerStockRow>;
    seat_requests: Table<SeatRequestRow, 'id'>;
    assignments: Table<AssignmentRow, 'id'>;
    displays: Table<DisplayRow>;
    enrolments: Table<EnrolmentRow, 'revision'>;
    course_staff: Table<CourseStaffRow, 'id' | 'kind'>;
    staff_groups: Table<StaffGroupRow>;
    course_batches: Table<CourseBatchRow>;
    moodle_groups: Table<MoodleGroupRow>;
    moodle_passes: Table<MoodlePassRow>;
    reminders: Table<ReminderRow>;
    expiry_alerts: Table<ExpiryAlertRow>;
    stock_alerts: Table<StockAlertRow>;
    homes: Table<HomeRow>;
    imports: Table<ImportRow>;
    ledger: Table<LedgerRow, 'id'>;
    submissions: Table<SubmissionRow>;
    outbox: Table<OutboxRow, 'id' | 'lane' | 'priority' | 'destination' | 'method' | 'tried_seconds'>;
    lanes: Table<LaneRow>;
    call_budgets: Table<CallBudgetRow>;
    standing_messages: Table<StandingMessageRow>;
  }
}

// The catalogue.

export interface InstallationRow {
  kind: 'slack' | 'moodle';
  /** A Slack team id or the address of a Moodle; `local`; `unknown` for data older than this table. */
  value: string;
  name: string | null;
  since: Instant;
}

export interface CourseRow {
  id: number;
  shortname: string;
  shortname_key: string;
  name: string;
  search_key: string;
  /** When it was closed; null while open. */
  hidden_at: Instant | null;
  moodle_id: number | null;
  /** Why Moodle closes it; null while Moodle leaves it open. */
  closed_because: 'hidden' | 'gone' | 'no_enrolment' | 'unusable_name' | 'separate_groups' | null;
  hidden_here: Flag;
}

export interface ProductRow {
  id: number;
  code: string;
  code_key: string;
  name: string;
  search_key: string;
  pack_size: number;
  role: string;
  supervisor_role: string;
  duration_days: number | null;
  start_date: Day | null;
  end_date: Day | null;
  assign_within_days: number | null;
  archived_at: Instant | null;
  description: string | null;
  customer_support: string | null;
  /** Unix seconds, when the product has an exact moment instead of a day. */
  start_second: BigInteger | null;
  end_second: BigInteger | null;
  /** Comma-separated names of the terms that use their default. */
  left_out: string;
  revision: number;
}

export interface ProductCourseRow {
  product_id: number;
  pattern: string;
  pattern_key: string;
  position: number;
}

// Customers and the people who act for them.

export interface CustomerRow {
  id: number;
  code: string;
  code_key: string;
  name: string;
  search_key: string;
  channel: string | null;
  timezone: string;
  locale: Locale;
  reminder_frequency: 'daily' | 'weekly' | 'never';
  /** `HH:MM` in the customer's zone. */
  reminder_time: string;
  /** ISO weekday digits, Monday first. */
  reminder_days: string;
  reminder_to: 'channel' | 'direct';
  holiday_country: string | null;
  snoozed_until: Day | null;
  /** Slack's error code for the channel. */
  channel_error: string | null;
  archived_at: Instant | null;
  notes: string;
  version: number;
  /** Name of a channel to create. */
  new_channel: string | null;
  channel_by_team: string | null;
  channel_by_user: string | null;
}

export interface CoordinatorRow {
  customer_id: number;
  team_id: string;
  user_id: string;
  /** Seats per month, in the customer's zone. */
  quota: number | null;
}

export interface CoordinatorProductRow {
  customer_id: number;
  team_id: string;
  user_id: string;
  product_id: number;
}

export interface DelegationRow {
  id: number;
  customer_id: number;
  team_id: string;
  user_id: string;
  to_team: string;
  to_user: string;
  /** Days in the customer's zone, both inclusive. */
  from_day: Day;
  to_day: Day;
  ended_at: Instant | null;
}

export interface InvitationRow {
  id: number;
  customer_id: number;
  /** Null when Slack did not send the team. */
  team_id: string | null;
  user_id: string;
  quota: number | null;
  state: 'open' | 'accepted' | 'withdrawn';
  invited_at: Instant;
  invited_by_team: string;
  invited_by_user: string;
}

export interface InvitationProductRow {
  invitation_id: number;
  product_id: number;
}

export interface AccessRequestRow {
  id: number;
  customer_id: number;
  team_id: string;
  user_id: string;
  state: 'open' | 'approved' | 'declined';
  asked_at: Instant;
  answered_at: Instant | null;
  answered_by_team: string | null;
  answered_by_user: string | null;
}

export interface RoleRow {
  team_id: string;
  user_id: string;
  role: Role;
  granted_at: Instant;
  granted_by_team: string;
  granted_by_user: string;
}

export interface ProfileRow {
  team_id: string;
  user_id: string;
  locale: string | null;
  checked_at: Instant;
}

export interface TraineeRow {
  id: number;
  customer_id: number;
  email: string;
  first_name: string;
  last_name: string;
  search_key: string;
}

// Orders and their seats.

export interface OrderRow {
  id: number;
  customer_id: number;
  product_id: number;
  quantity: number;
  pack_size: number;
  external_reference: string | null;
  assign_by: Day | null;
  role: string;
  supervisor_role: string;
  duration_days: number | null;
  start_date: Day | null;
  end_date: Day | null;
  generated_at: Instant;
  generated_by_team: string;
  generated_by_user: string;
  cancelled_at: Instant | null;
  cancel_reason: string | null;
}

export interface OrderCourseRow {
  order_id: number;
  pattern: string;
  pattern_key: string;
}

export interface SeatRow {
  id: number;
  order_id: number;
  state: 'unassigned' | 'assigned' | 'cancelled';
}

/** A part of an order's counts; triggers write it. The sums of an order's rows are its seats by state. */
export interface SeatCountRow {
  id: number;
  order_id: number;
  unassigned: number;
  assigned: number;
}

export interface CustomerStockRow {
  customer_id: number;
  seats_left: number;
  counted_on: Day;
}

export interface SeatRequestRow {
  id: number;
  customer_id: number;
  product_id: number;
  seats: number;
  reason: string;
  asked_at: Instant;
  asked_by_team: string;
  asked_by_user: string;
  state: 'open' | 'done' | 'declined';
  answered_at: Instant | null;
  answered_by_team: string | null;
  answered_by_user: string | null;
  answer: string | null;
  order_id: number | null;
}

// Assignments and their enrolment in Moodle.

export interface AssignmentRow {
  id: number;
  customer_id: number;
  order_id: number;
  seat_id: number;
  trainee_id: number;
  course_id: number;
  role: string;
  start_date: Day;
  end_date: Day | null;
  assigned_at: Instant;
  ended_at: Instant | null;
  /** The coordinator whose quota the assignment uses. */
  quota_team: string | null;
  quota_user: string | null;
  end_reason: 'released' | 'already_enrolled' | null;
}

export interface DisplayRow {
  assignment_id: number;
  team_id: string;
  user_id: string;
  shown_as: string | null;
  shown_at: Instant;
  answer_url: string | null;
  answer_until: Instant | null;
}

export interface EnrolmentRow {
  assignment_id: number;
  course_id: number;
  state: 'assigned' | 'enrolling' | 'enrolled' | 'failed' | 'releasing' | 'released';
  reason: EnrolmentReason | null;
  account_id: number | null;
  asked_at: Instant | null;
  asked_revision: number | null;
  answered_at: Instant | null;
  enrolled_at: Instant | null;
  started_at: Instant | null;
  revision: number;
  waiting_team: string;
  waiting_user: string;
  /** Just before Moodle was asked to make the trainee's account, to which it mails a password. */
  account_made_at: Instant | null;
  /** When Moodle first said that it could not send its mail. */
  mail_failed_at: Instant | null;
  /** When the message about that mail was queued. */
  mail_told_at: Instant | null;
  /** When the trainee was known to be able to sign in, from Moodle or from a person. */
  signed_in_at: Instant | null;
}

/** Why an enrolment failed, or why its release was refused. */
type EnrolmentReason =
  | 'account_suspended'
  | 'account_refused'
  | 'course_closed'
  | 'course_gone'
  | 'role_unknown'
  | 'removed_there'
  | 'account_gone'
  | 'refused'
  | 'started'
  | 'activity_hidden';

export interface CourseStaffRow {
  id: number;
  course_id: number;
  team_id: string;
  user_id: string;
  role: string;
  state: 'waiting' | 'in' | 'no_email' | 'failed';
  kind: 'supervisor' | 'support';
  /** Set just before we enrol it; null for a person who was in the course before. */
  account_id: number | null;
  /** When Moodle said that it could not send its mail. */
  mail_failed_at: Instant | null;
}
export interface StaffGroupRow {
  staff_id: number;
  order_id: number;
}

export interface CourseBatchRow {
  course_id: number;
  size: number;
}
export interface MoodleGroupRow {
  course_id: number;
  order_id: number;
  group_id: number;
}

export interface MoodlePassRow {
  pass: 'courses' | 'review' | 'mail';
  at: Instant;
}

// Reminders, alerts and open views in Slack.

export interface ReminderRow {
  customer_id: number;
  day: Day;
  outcome: 'digest' | 'alert' | 'nothing' | 'late' | 'moved';
  decided_at: Instant;
}

export interface ExpiryAlertRow {
  order_id: number;
  /** Days before the order's last day. */
  threshold: number;
  /** Null when the threshold had already passed at the time of the order. */
  day: Day | null;
}

export interface StockAlertRow {
  order_id: number;
  /** Percentage of the seats that existed after the order. */
  threshold: number;
  at: Instant;
}

export interface HomeRow {
  team_id: string;
  user_id: string;
  page: number;
  stock_page: number;
  sees_all: Flag;
  shows_waiting: Flag;
  opened_at: Instant;
}

export interface ImportRow {
  key: string;
  team_id: string;
  user_id: string;
  file_id: string;
  state: 'reading' | 'ready' | 'importing' | 'imported' | 'cancelled';
  kind: string | null;
  /** JSON. */
  sheet: string | null;
  report: string | null;
  created_at: Instant;
}

// Ledger, submissions and outbox.

export interface LedgerRow {
  id: number;
  at: Instant;
  actor_team: string;
  actor_user: string;
  action: string;
  subject: string;
  customer_id: number | null;
  /** JSON. */
  before: string | null;
  after: string | null;
  reason: string | null;
}

export interface SubmissionRow {
  key: string;
  team_id: string;
  user_id: string;
  result: string;
  at: Instant;
}

export interface OutboxRow {
  id: number;
  dedupe_key: string;
  kind: string;
  subject: string;
  state: 'pending' | 'sending' | 'sent' | 'unknown' | 'dead';
  attempts: number;
  created_at: Instant;
  due_at: Instant;
  slack_channel: string | null;
  slack_ts: string | null;
  last_error: string | null;
  lane: string;
  to_team: string | null;
  to_user: string | null;
  priority: 0 | 1 | 2;
  coalesce_key: string | null;
  first_tried_at: Instant | null;
  expires_at: Instant | null;
  settled_at: Instant | null;
  destination: 'slack' | 'moodle';
  /** The Slack method that the next attempt calls; empty when no limit counts it. */
  method: string;
  /** Sum of the waits between its attempts; no clock that moves changes it. */
  tried_seconds: number;
}

export interface LaneRow {
  lane: string;
  free_at: Instant;
}

export interface CallBudgetRow {
  /** Of Slack's Web API. */
  method: string;
  used_until: Instant;
  held_until: Instant;
  /** Percent of the usual interval between two calls. */
  slowdown: number;
}

export interface StandingMessageRow {
  subject: string;
  channel: string;
  ts: string;
  /** JSON of what it showed last. */
  shown: string | null;
  shown_on: Day | null;
}
