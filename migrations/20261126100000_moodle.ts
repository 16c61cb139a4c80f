import type { Knex } from 'knex';

const STATES = "'assigned', 'enrolling', 'enrolled', 'failed', 'releasing', 'released'";

export async function up(knex: Knex): Promise<void> {
  for (const column of [
    'moodle_id integer',
    // Why nobody can be enrolled in it whatever we say: hidden or gone in Moodle, without manual enrolment, or called there
    // what cannot be told apart here.
    "closed_because text check (closed_because in ('hidden', 'gone', 'no_enrolment', 'unusable_name'))",
    // Hidden by us; `hidden_at` tells since when it is closed for either reason.
    'hidden_here integer not null default 0 check (hidden_here in (0, 1))',
  ]) {
    await knex.raw(`alter table courses add column ${column}`);
  }
  await knex('courses').whereNotNull('hidden_at').update({ hidden_here: 1 });
  await knex.raw('create unique index courses_moodle on courses (moodle_id) where moodle_id is not null');

  await knex.raw('alter table assignments add column end_reason text');

  // How far Moodle is with an assignment; those made without Moodle have none.
  await knex.schema.createTable('enrolments', (table) => {
    table.integer('assignment_id').primary().references('assignments.id');
    table.integer('course_id').notNullable().references('courses.id');
    table.text('state').notNullable();
    table.text('reason');
    table.integer('account_id');
    // From then on an enrolment found in Moodle is ours.
    table.text('asked_at');
    // For which revision that was first: later ones are not done by being in the course.
    table.integer('asked_revision');
    // When Moodle said that it had done so: it is not asked twice, since each time it writes to the trainee.
    table.text('answered_at');
    table.text('enrolled_at');
    table.text('started_at');
    // Grows when other dates are to be sent: what Moodle answers to earlier ones is no answer to them.
    table.integer('revision').notNullable().defaultTo(0);
    // Whoever is told what becomes of it.
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

  // Where what becomes of an assignment is shown, once for each who looks.
  await knex.schema.createTable('displays', (table) => {
    table.integer('assignment_id').notNullable().references('assignments.id');
    table.text('team_id').notNullable();
    table.text('user_id').notNullable();
    // The name of the modal, while it is open as far as we know.
    table.text('shown_as');
    table.text('shown_at').notNullable();
    // Where an answer of one line can be followed by another, for as long as Slack allows that.
    table.text('answer_url');
    table.text('answer_until');
    table.primary(['assignment_id', 'team_id', 'user_id']);
  });

  // Coordinators who are in a course beside their trainees, or for whom a course was made.
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

  // When the list of courses was last right, and when enrolments were last compared.
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
