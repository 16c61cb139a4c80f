import type { Course } from '../../../core/course';
import type { Customer } from '../../../core/customer';
import { OPEN_SEAT } from '../../../core/entry-points';
import { fullName } from '../../../core/trainee';
import type { Translate } from '../../../core/words';
import { button, context, contextWithMentions, type Message, message, section, sentence } from '../../../slack/blocks';
import { passwordLink } from '../../assignments/password-link.view';
import type { LostMail } from './lost-mail';

const MAX_SHOWN = 10;

/** Each line has a button to the seat's card. `address` is that of Moodle's page for a new password. */
export function lostMailMessage(
  customer: Customer,
  lost: readonly LostMail[],
  address: string | undefined,
  t: Translate,
): Message {
  const title = t('lost_mail.title', { count: lost.length, customer: customer.name });
  const more = lost.length - MAX_SHOWN;
  return message(title, [
    section(`${title}\n${t('lost_mail.remedy')}`),
    address === undefined ? undefined : contextWithMentions(passwordLink(address, t)),
    ...lost.slice(0, MAX_SHOWN).map((one) => {
      const line = t('enrolment.failed_line', { trainee: fullName(one), course: one.course });
      return section(line, button(t('action.open'), OPEN_SEAT, one.seat));
    }),
    more > 0 ? context(t('lost_mail.more', { count: more })) : undefined,
  ]);
}

/** For a coordinator, about their own enrolment. */
export function ownLostMailMessage(course: Course, address: string, t: Translate): Message {
  const text = t('lost_mail.own', { course: course.name });
  return message(text, [section(text), contextWithMentions(passwordLink(address, t))]);
}

/** One line for administrators. */
export function lostMailReport(count: number, t: Translate): Message {
  return sentence(t('lost_mail.report', { count }));
}
