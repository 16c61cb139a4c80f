import { toInstant } from '../../../src/core/time';
import type { Assignment } from '../../../src/features/assignments/assignment';
import { openAssignment } from '../../../src/features/assignments/seat-card';
import { seatCard } from '../../../src/features/assignments/seat-card.view';
import { confirmSignIn } from '../../../src/features/enrolments/lost-mail/confirm-sign-in';
import { reportLostMail } from '../../../src/features/enrolments/lost-mail/report-lost-mail';
import { eachDatabase } from '../../support/databases';
import { Cast, stateOf } from '../../support/moodle/cast';
import { actionsOf, calls, messagesTo, toldTo } from '../../support/moodle/enrolment-facts';
import { MoodleGround } from '../../support/moodle/moodle-ground';
import { assigns, sales, sells } from '../../support/people';
import { at } from '../../support/time';
import { translator } from '../../support/translator';

const ENROL = 'enrol_manual_enrol_users';
const LINK = '/login/forgot_password.php';
const LOST = 'couldn’t email';

describe.each(eachDatabase)('mail that Moodle could not send, on $name', ({ open }) => {
  let ground: MoodleGround;
  let cast: Cast;

  beforeEach(async () => {
    ground = await MoodleGround.open(await open());
    cast = await Cast.gather(ground);
    ground.site.settings.canMail = false;
  });

  afterEach(() => ground?.close());

  const now = () => ground.parts.context.now();

  async function cardOf({ id }: Assignment, locale: 'en' | 'fr' = 'en'): Promise<string> {
    const assignment = await openAssignment(ground.db, id, sales, now());
    const about = { by: sales, moodle: ground.parts.moodle, outage: undefined, below: undefined };
    return JSON.stringify(seatCard(assignment, about, translator(locale)));
  }

  it('is on the card of the seat, with the link to a new password', async () => {
    const fresh = await cast.assigns();
    const known = await cast.assignsKnown();
    await ground.settle();
    expect([await stateOf(ground, fresh), await stateOf(ground, known)]).toEqual(['enrolled', 'enrolled']);
    expect(await cardOf(fresh)).toMatch(new RegExp(`${LOST}.*account is new, so the email with its password.*${LINK}`));
    expect(await cardOf(known)).toMatch(new RegExp(`${LOST}.*If they can’t sign in.*${LINK}`));
    expect(await cardOf(fresh, 'fr')).toMatch(/n’a pas pu écrire.*Mot de passe oublié/);
    expect((await actionsOf(ground.db, fresh.seat)).slice(-2)).toEqual(['seat.enrolled', 'seat.mail_failed']);
  });

  it('is one message for all trainees of one moment, to the person who assigned them', async () => {
    for (let times = 0; times < 12; times += 1) await cast.assigns();
    await ground.settle();
    const [told = '', ...more] = await toldTo(ground, 'sonia');
    expect(more).toEqual([]);
    expect(told).toContain(`${LOST} 12 of Acme’s trainees`);
    expect(told).toContain(LINK);
    expect(told.match(/"action_id":"open_seat"/g)).toHaveLength(10);
    expect(await toldTo(ground, 'claire')).toEqual([]);
  });

  it('is told once for each trainee', async () => {
    await cast.assigns();
    await ground.settle();
    const first = await toldTo(ground, 'sonia');
    await cast.assigns();
    await ground.settle();
    const second = await toldTo(ground, 'sonia');
    expect([first.length, second.length]).toEqual([1, 2]);
    expect(second[1]).toContain(`${LOST} 1 of`);
  });

  it('is forgotten as soon as Moodle shows that the trainee has signed in', async () => {
    const fresh = await cast.assigns();
    const known = await cast.assignsKnown();
    ground.site.account(ground.accountId(known.trainee.email)).lastaccess = 1;
    await ground.settle();
    await cardOf(fresh);
    await ground.settle();
    expect(await cardOf(fresh)).toContain(LOST);
    for (const { trainee } of [fresh, known]) ground.site.logsIn(ground.accountId(trainee.email));
    await cardOf(fresh);
    await ground.settle();
    for (const one of [fresh, known]) expect(await cardOf(one)).not.toMatch(`${LOST}|${LINK}`);
    expect((await actionsOf(ground.db, fresh.seat)).at(-1)).toBe('seat.signed_in');
  });

  it('is forgotten when a person says that the trainee can sign in, on a site that hides that', async () => {
    ground.site.settings.hiddenUserFields.add('lastaccess');
    const fresh = await cast.assigns();
    await ground.settle();
    ground.site.logsIn(ground.accountId(fresh.trainee.email));
    expect(await cardOf(fresh)).toContain('"action_id":"confirm_sign_in"');
    await ground.settle();
    expect(await cardOf(fresh)).toContain(LOST);
    await confirmSignIn(ground.db, fresh, sales, now());
    await confirmSignIn(ground.db, fresh, sales, now());
    expect(await cardOf(fresh)).not.toMatch(`${LOST}|${LINK}|confirm_sign_in`);
    expect((await actionsOf(ground.db, fresh.seat)).slice(-2)).toEqual(['seat.mail_failed', 'seat.signed_in']);
  });

  it('is not forgotten by an attempt that goes on after a lost answer, which mails nobody again', async () => {
    const fresh = await cast.assigns();
    const stop = ground.site.faults.beforeAnswer(ENROL, () => {
      ground.site.faults.loseNext('core_enrol_get_enrolled_users');
      stop();
    });
    await ground.turn();
    expect(await stateOf(ground, fresh)).toBe('enrolling');
    ground.site.settings.canMail = true;
    await ground.settle();
    expect(calls(ground, ENROL)).toBe(1);
    expect(ground.mailsTo(fresh.trainee.email, 'welcome')).toEqual([]);
    expect(await cardOf(fresh)).toContain(LOST);
    expect(await toldTo(ground, 'sonia')).toEqual([expect.stringContaining(LOST)]);
  });

  it('is not told when the answer itself is lost, but the card of a new account has the link all the same', async () => {
    const fresh = await cast.assigns();
    ground.site.faults.loseNext(ENROL);
    ground.site.faults.loseNext('core_user_create_users');
    await ground.settle();
    expect(calls(ground, ENROL)).toBe(1);
    expect(await toldTo(ground, 'sonia')).toEqual([]);
    expect(await cardOf(fresh)).toMatch(new RegExp(`emailed a password.*${LINK}`));
    ground.site.logsIn(ground.accountId(fresh.trainee.email));
    await ground.settle();
    expect(await cardOf(fresh)).not.toContain(LINK);
  });

  it('is not supposed of trainees who had an account, when mail works', async () => {
    ground.site.settings.canMail = true;
    const known = await cast.assignsKnown();
    const fresh = await cast.assigns();
    await ground.settle();
    expect(await cardOf(known)).not.toMatch(`${LOST}|${LINK}`);
    expect(await cardOf(fresh)).not.toContain(LOST);
    expect(await toldTo(ground, 'sonia')).toEqual([]);
  });

  it('of new dates is no news to a trainee who has begun', async () => {
    ground.site.settings.canMail = true;
    const one = await cast.assigns();
    await ground.settle();
    ground.site.opensCourse(ground.accountId(one.trainee.email), ground.courseId('EXCEL-1'));
    await cardOf(one);
    await ground.settle();
    ground.site.settings.canMail = false;
    await cast.extends(one);
    await ground.settle();
    expect(await cardOf(one)).not.toMatch(`${LOST}|${LINK}`);
    expect(await toldTo(ground, 'sonia')).toEqual([]);
  });

  it('of a coordinator is told to them, once', async () => {
    await sells(ground.db, { quantity: 2 });
    for (let times = 0; times < 2; times += 1) {
      await assigns(ground.db, { enrols: true });
      await ground.settle();
    }
    const own = await messagesTo(ground, 'claire', ['enrolment.own_mail_lost']);
    expect(own).toEqual([expect.stringContaining('Vous êtes maintenant inscrit à Excel basics')]);
    expect(own[0]).toContain(LINK);
    expect(ground.site.enrolmentsIn(ground.courseId('EXCEL-1'))).toHaveLength(3);
  });

  it('is one line a day for administrators, which counts everybody once', async () => {
    const reports = async () => (await messagesTo(ground, 'ada', ['moodle.mail_report'])).map(textOf);
    const pass = (time: string) => reportLostMail(ground.db, at(time), 'Europe/Paris');
    const failsAt = async (time: string) => {
      const { id } = await cast.assigns();
      await ground.settle();
      await ground
        .db('enrolments')
        .where({ assignment_id: id })
        .update({ mail_failed_at: toInstant(at(time)) });
    };
    await failsAt('2026-03-02T03:00:00Z');
    await pass('2026-03-02T06:01:00Z');
    expect(await reports()).toEqual([]);
    await failsAt('2026-03-02T06:00:00Z');
    await Promise.all([pass('2026-03-02T09:00:00Z'), pass('2026-03-02T09:00:00Z')]);
    await failsAt('2026-03-02T10:00:00Z');
    await pass('2026-03-02T10:01:00Z');
    expect(await reports()).toEqual([expect.stringContaining('email 2 people')]);
    await pass('2026-03-03T07:00:00Z');
    await pass('2026-03-03T09:00:00Z');
    await pass('2026-03-04T09:00:00Z');
    expect(await reports()).toEqual([
      expect.stringContaining('email 2 people'),
      expect.stringContaining('email 1 person'),
    ]);
  });
});

function textOf(said: string): string {
  return (JSON.parse(said) as { text: string }).text;
}
