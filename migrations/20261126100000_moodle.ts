import type { Knex } from 'knex';

const STATES = "'assigned', 'enrolling', 'enrolled', 'failed', 'releasing', 'released'";

export async function up(knex: Knex): Promise<void> {
  for (const column of [
    'moodle_id integer',
    // Why Moodle allows no enrolment: hidden or gone, no manual enrolment, or a short name that is ambiguous here.
    "closed_because text check (closed_because in ('hidden', 'gone', 'no_enrolment', 'unusable_name'))",
    // 1 when hidden by us. `hidden_at` is the time since when it is closed, for either reason.
    'hidden_here integer not null default 0 check (hidden_here in (0, 1))',
  ]) {
    await knex.raw(`alter table courses add column ${column}`);
  }
  await knex('courses').whereNotNull('hidden_at').update({ hidden_here: 1 });
  await knex.raw('create unique index courses_moodle on courses (moodle_id) where moodle_id is not null');

  await knex.raw('alter table assignments add column end_reason text');

  // The state of an assignment in Moodle; assignments made without Moodle have no row.
  await knex.schema.createTable('enrolments', (table) => {
    table.integer('assignment_id').primary().references('assignments.id');
    table.integer('course_id').notNullable().references('courses.id');
    table.text('state').notNullable();
    table.text('reason');
    table.integer('account_id');
    // Set before the first enrolment call: from then on, an enrolment found in Moodle is ours.
    table.text('asked_at');
    // The revision of that first call. Later revisions need a call of their own.
    table.integer('asked_revision');
    // Set when Moodle confirms the call, which is then not repeated: each call sends the trainee a mail.
    table.text('answered_at');
    table.text('enrolled_at');
    table.text('started_at');
    // Incremented when dates change: an answer to earlier dates does not count.
    table.integer('revision').notNullable().defaultTo(0);
    // The person to notify of the outcome.
    table.text('waiting_team').notNullable();
    table.text('waiting_user').notNullable();
    table.check(`state in (${STATES})`, [], 'enrolments_state');
    table.check("(state = 'failed') <= (reason is not null)", [], 'enrolments_reason');
    table.check("(state = 'enrolled') <= (asked_at is not null and account_id is not null)", [], 'enrolments_asked');
  });
  await knex.raw(
    "create index enrolments_due on enrolments (course_id, assignment_id) where state in ('assigned', 'enrolling', 'releasing')",
  );
  await knex.raw("create index enrolments_failed on enrolments (assignment_id) where state = 'failed'");
  await knex.raw("create index enrolments_in on enrolments (course_id) where state = 'enrolled'");

  // Open views of an assignment's state, one per viewer.
  await knex.schema.createTable('displays', (table) => {
    table.integer('assignment_id').notNullable().references('assignments.id');
    table.text('team_id').notNullable();
    table.text('user_id').notNullable();
    // The modal's id, while it is believed to be open.
    table.text('shown_as');
    table.text('shown_at').notNullable();
    // The response URL for a follow-up to a one-line answer, and its expiry.
    table.text('answer_url');
    table.text('answer_until');
    table.primary(['assignment_id', 'team_id', 'user_id']);
  });

  // Coordinators enrolled beside their trainees, or in a support course.
  await knex.schema.createTable('course_staff', (table) => {
    table.increments('id');
    table.integer('course_id').notNullable().references('courses.id');
    table.text('team_id').notNullable();
    table.text('user_id').notNullable();
    table.text('role').notNullable();
    table.text('state').notNullable();
    table.unique(['course_id', 'team_id', 'user_id']);
    table.check("state in ('waiting', 'in', 'no_email', 'failed')", [], 'course_staff_state');
  });
  await knex.raw("create index course_staff_due on course_staff (course_id) where state = 'waiting'");

  await knex.schema.createTable('moodle_groups', (table) => {
    table.integer('course_id').notNullable().references('courses.id');
    table.integer('order_id').notNullable().references('orders.id');
    table.integer('group_id').notNullable();
    table.primary(['course_id', 'order_id']);
  });

  // The last successful sync of the course list, and the last comparison of enrolments.
  await knex.schema.createTable('moodle_passes', (table) => {
    table.text('pass').primary();
    table.text('at').notNullable();
  });

  await knex.raw("alter table outbox add column destination text not null default 'slack'");
  await knex.raw(
    "create index outbox_moodle on outbox (priority, due_at, id) where destination = 'moodle' and state in ('pending', 'sending', 'unknown')",
  );
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop index outbox_moodle');
  await knex('outbox').where({ destination: 'moodle' }).delete();
  await knex.raw('alter table outbox drop column destination');
  for (const table of ['moodle_passes', 'moodle_groups', 'course_staff', 'displays', 'enrolments']) {
    await knex.schema.dropTable(table);
  }
  await knex.raw('alter table assignments drop column end_reason');
  await knex.raw('drop index courses_moodle');
  for (const column of ['hidden_here', 'closed_because', 'moodle_id']) {
    await knex.raw(`alter table courses drop column ${column}`);
  }
}
