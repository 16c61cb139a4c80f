import type { Assignment } from '../../../src/features/assignments/assignment';
import { releaseSeat } from '../../../src/features/assignments/release-seat';
import { changesSeat } from '../changes';
import { found } from '../found';
import { assigns, aTrainee, MORNING, sales, sells } from '../people';
import type { Known } from './disagreements';
import type { MoodleGround } from './moodle-ground';

type Trainee = ReturnType<typeof aTrainee>;

/** One order, and trainees of every kind for its seats. */
export class Cast {
  /** Enrolments by Moodle's own users. */
  readonly others: NonNullable<Known['others']>[number][] = [];

  private constructor(
    readonly ground: MoodleGround,
    readonly pool: string,
    readonly shortname: string,
    readonly customer: string,
  ) {}

  static async gather(
    ground: MoodleGround,
    { shortname = 'EXCEL-1', customer = 'ACME', quantity = 20 } = {},
  ): Promise<Cast> {
    const { reference } = await sells(ground.db, { customer, product: 'ANY-SEAT', quantity });
    return new Cast(ground, reference, shortname, customer);
  }

  assigns(trainee: Trainee = aTrainee(), shortname = this.shortname): Promise<Assignment> {
    const { customer, pool } = this;
    return assigns(this.ground.db, { by: sales, enrols: true, customer, pool, course: shortname, trainee });
  }

  /** Assigns to a trainee with an existing account, under another username and with a capitalised address. */
  assignsKnown(): Promise<Assignment> {
    return this.assigns(this.known());
  }

  /** Assigns to a trainee who has already enrolled themselves in the course. */
  assignsEnrolled(): Promise<Assignment> {
    const trainee = this.known();
    this.enrolThemselves(trainee.email);
    return this.assigns(trainee);
  }

  enrolThemselves(email: string): void {
    const { ground, others, shortname } = this;
    const [accountId, courseId] = [ground.accountId(email), ground.courseId(shortname)];
    ground.site.enrolsThemselves(accountId, courseId);
    others.push({ courseId, accountId, method: 'self' });
  }

  releases(assignment: Assignment): Promise<Assignment> {
    return releaseSeat(this.ground.db, assignment, sales, MORNING);
  }

  extends(assignment: Assignment): Promise<Assignment> {
    return changesSeat(this.ground.db, assignment, { end: '2026-12-31' }, sales);
  }

  private known(): Trainee {
    const trainee = aTrainee();
    const { firstName: firstname, lastName: lastname, email } = trainee;
    const username = `known-${email}`;
    this.ground.site.addAccount({ username, firstname, lastname, email: email.replace('alice', 'Alice') });
    return trainee;
  }
}

/** The state of the assignment in Moodle. */
export async function stateOf({ db }: MoodleGround, { id }: Assignment): Promise<string> {
  return (await found(db('enrolments').where({ assignment_id: id }).first('state'))).state;
}
