import { pino } from 'pino';
import { type AppParts, createApp } from '../../../src/create-app';
import type { Database } from '../../../src/database/database';
import { USUAL_ROLES } from '../../../src/moodle/moodle-role';
import type { Sender } from '../../../src/outbox/sender';
import type { MoodleSite } from '../../../src/playground/moodle/moodle-site';
import { Workspace } from '../../../src/playground/workspace';
import type { TestDatabase } from '../databases';
import { fill, unhurried } from '../office';
import { ada, sonia } from '../people';

const MAX_ROUNDS = 60;
const LONG_AGO = '2020-01-01T00:00:00.000Z';

/** The demonstration's courses, here and in a local Moodle, with a sender that syncs them run by run. */
export class MoodleGround {
  private constructor(
    readonly database: TestDatabase,
    readonly workspace: Workspace,
    readonly parts: AppParts,
  ) {}

  static async open(database: TestDatabase): Promise<MoodleGround> {
    await fill(database.db);
    const workspace = await Workspace.start({ port: 0, hasLimits: false });
    await linkCourses(database.db, workspace.moodle);
    return new MoodleGround(database, workspace, assembleFor(database.db, workspace));
  }

  get db(): Database {
    return this.database.db;
  }

  get site(): MoodleSite {
    return this.workspace.moodle;
  }

  get sender(): Sender {
    return senderOf(this.parts);
  }

  /** Runs until nothing waits. Retries are due at once, as if time had passed. */
  async settle(sender: Sender = this.sender): Promise<void> {
    for (let rounds = 0; rounds < MAX_ROUNDS; rounds += 1) {
      if ((await this.waiting()) === 0) return;
      await this.turn(sender);
    }
    const left = await this.db('outbox')
      .where({ destination: 'moodle' })
      .whereNot({ state: 'sent' })
      .select('last_error');
    throw new Error(`Moodle is not done after ${MAX_ROUNDS} rounds: ${JSON.stringify(left)}`);
  }

  /** Runs everything that waits once, as if it were due. */
  async turn(sender: Sender = this.sender): Promise<void> {
    await isDueAtOnce(this.db, 'moodle');
    await sender.round();
    await sender.drain();
  }

  /** Simulates the expiry of all leases: no sender holds a course any more. */
  async aMinutePasses(): Promise<void> {
    await this.db('lanes').update({ free_at: LONG_AGO });
  }

  async waiting(): Promise<number> {
    const live = ['pending', 'sending', 'unknown'] as const;
    const row = await this.db('outbox').where({ destination: 'moodle' }).whereIn('state', live).count({ count: '*' });
    return Number(row[0]?.count ?? 0);
  }

  /** The course's id in Moodle. */
  courseId(shortname: string): number {
    const course = this.site.courses.find((one) => one.shortname === shortname);
    if (!course) throw new Error(`Moodle has no course ${shortname}.`);
    return course.id;
  }

  accountId(email: string): number {
    const account = this.site.accounts.find((one) => one.email.toLowerCase() === email.toLowerCase() && !one.deleted);
    if (!account) throw new Error(`Moodle has no account of ${email}.`);
    return account.id;
  }

  enrolmentOf(email: string, shortname: string) {
    const accountId = this.accountId(email);
    return this.site.enrolmentsIn(this.courseId(shortname)).find((one) => one.accountId === accountId);
  }

  mailsTo(email: string, kind: 'welcome' | 'password') {
    return this.site.mails.filter((mail) => mail.to === email && mail.kind === kind);
  }

  async close(): Promise<void> {
    await this.workspace.stop();
    await this.database.close();
  }
}

export function assembleFor(db: Database, workspace: Workspace, patience: { timeoutMs?: number } = {}): AppParts {
  const { botToken, apiUrl, signingSecret } = workspace.credentials;
  return createApp({
    db,
    slack: { botToken, apiUrl, transport: { kind: 'http', signingSecret } },
    log: pino({ level: process.env.TEST_LOG ?? 'silent' }),
    sales: { users: [sonia.userId] },
    admins: [ada.userId],
    locale: 'en',
    timezone: 'Europe/Paris',
    roles: USUAL_ROLES,
    moodle: { url: workspace.moodleUrl, token: workspace.moodle.token, ...patience },
    spacingMs: 0,
    callsPerMinute: unhurried,
  });
}

export function senderOf({ moodleSender }: AppParts): Sender {
  if (!moodleSender) throw new Error('There is no Moodle to send to.');
  return moodleSender;
}

/** Links courses by short name, as a sync of Moodle's course list does. */
async function linkCourses(db: Database, site: MoodleSite): Promise<void> {
  for (const { id, shortname } of site.courses) await db('courses').where({ shortname }).update({ moodle_id: id });
}

/** Makes every retry due at once. */
export async function isDueAtOnce(db: Database, destination: 'moodle' | 'slack'): Promise<void> {
  await db('outbox').where({ destination }).whereNot({ state: 'sending' }).update({ due_at: '' });
}
