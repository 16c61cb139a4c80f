import type { Instant } from '../../../core/time';
import type { MessageContext, Outcome } from '../../../outbox/message';
import { defineMessage } from '../../../outbox/message';
import { enqueue, personKey } from '../../../outbox/outbox';
import type { ClaimedMessage } from '../../../outbox/outbox-entry';
import { post } from '../../../outbox/post';
import { getCourse } from '../../courses/courses.sql';
import { getCustomer } from '../../customers/customers.sql';
import { passOn, readersOf, sortByReader } from '../enrolment-readers';
import { countMailFailed, lostMails } from './lost-mail.sql';
import { lostMailMessage, lostMailReport, ownLostMailMessage } from './lost-mail.view';

/** Notifies the person who assigned of trainees whose mail Moodle could not send. */
export const mailLost = defineMessage({ kind: 'enrolment.mail_lost', deliver: notifyLost });

/** Notifies coordinators whose own mail Moodle could not send. The subject is our id of the course. */
export const ownMailLost = defineMessage({ kind: 'enrolment.own_mail_lost', deliver: notifyOwn });

/** A line for administrators, once a day. The subject is `<after>|<up to>`; without a recipient, queues one for each. */
export const mailReport = defineMessage({ kind: 'moodle.mail_report', deliver: report });

export function subjectOfLost(customerId: number, toldAt: Instant): string {
  return `${customerId}|${toldAt}`;
}

async function notifyLost(claimed: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  const { db, moodle, localeOf } = context;
  const { to, subject } = claimed;
  if (!to) return { kind: 'nothing' };
  const [id, toldAt = ''] = subject.split('|');
  const customer = await getCustomer(db, Number(id));
  const lost = await lostMails(db, customer.id, toldAt);
  const { own, others } = await sortByReader(to, lost, readersOf(customer, context));
  if (others) {
    const passed = await passOn(mailLost, claimed, others, context);
    if (passed.kind === 'later') return passed;
  }
  if (own.length === 0) return { kind: 'nothing' };
  const t = context.translator(await localeOf(to));
  return post(claimed, lostMailMessage(customer, own, moodle?.passwordAddress, t), context);
}

async function notifyOwn(claimed: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  const { db, moodle, localeOf } = context;
  const { to, subject } = claimed;
  if (!to || !moodle) return { kind: 'nothing' };
  const course = await getCourse(db, Number(subject));
  const t = context.translator(await localeOf(to));
  return post(claimed, ownLostMailMessage(course, moodle.passwordAddress, t), context);
}

async function report(claimed: ClaimedMessage, context: MessageContext): Promise<Outcome> {
  const { db, localeOf, translator } = context;
  const { to, subject, dedupeKey } = claimed;
  if (!to) {
    const people = await context.administrators();
    if (people.length === 0) return { kind: 'later', why: 'there is no administrator' };
    await db.transaction(async (tx) => {
      for (const one of people) {
        const entry = { message: mailReport, subject, to: one, dedupeKey: `${dedupeKey}>${personKey(one)}` };
        await enqueue(tx, entry, claimed.createdAt);
      }
    });
    return { kind: 'nothing' };
  }
  const [after = '', upTo = ''] = subject.split('|');
  const count = await countMailFailed(db, after, upTo);
  if (count === 0) return { kind: 'nothing' };
  return post(claimed, lostMailReport(count, translator(await localeOf(to))), context);
}
