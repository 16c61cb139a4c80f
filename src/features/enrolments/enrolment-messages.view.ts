import type { KnownBlock, ModalView } from '@slack/types';
import type { Customer } from '../../core/customer';
import { OPEN_ASSIGN, OPEN_SEAT } from '../../core/entry-points';
import { fullName } from '../../core/trainee';
import type { Translate } from '../../core/words';
import { actions, button, context, type Message, message, modal, section, sentence } from '../../slack/blocks';
import { anotherLike } from '../../slack/button-values';
import type { Assignment } from '../assignments/assignment';
import type { FailedEnrolment, ReleaseRefusal } from '../assignments/enrolment';
import { failureInWords, releaseRefusalInWords } from '../assignments/enrolment-words.view';

export const OPEN_FAILED = 'open_failed';

// Direct messages about enrolments in Moodle.

const MAX_SHOWN = 10;

export function failedMessage(
  customer: Customer,
  failed: readonly FailedEnrolment[],
  by: { sales: boolean },
  t: Translate,
): Message {
  const title = t('enrolment.failed_title', { count: failed.length, customer: customer.name });
  const more = failed.length - MAX_SHOWN;
  return message(title, [
    section(title),
    ...failedBlocks(failed.slice(0, MAX_SHOWN), by, t),
    more > 0 ? context(t('home.more', { count: more })) : undefined,
  ]);
}

/** All failed enrolments, up to the limit of a modal. */
export function failedView(
  failed: readonly FailedEnrolment[],
  total: number,
  by: { sales: boolean },
  t: Translate,
): ModalView {
  const more = total - failed.length;
  return modal({ id: 'failed_enrolments', title: t('title.failed'), close: t('action.close') }, [
    ...(total === 0 ? [section(t('enrolment.none_failed'))] : failedBlocks(failed, by, t)),
    more > 0 ? context(t('home.more', { count: more })) : undefined,
  ]);
}

/** Each line has a button to the seat's card. */
function failedBlocks(failed: readonly FailedEnrolment[], by: { sales: boolean }, t: Translate): KnownBlock[] {
  return failed.map((one) => {
    const line = t('enrolment.failed_line', { trainee: fullName(one), course: one.course });
    return section(`${line}\n${failureInWords(one, by, t)}`, button(t('action.open'), OPEN_SEAT, one.seat));
  });
}

/** The trainee was already in the course, and the seat is free again. */
export function givenBackMessage(assignment: Assignment, t: Translate): Message {
  const { trainee, course, seat } = assignment;
  const text = t('enrolment.given_back', { trainee: fullName(trainee), course: course.name, seat });
  return message(text, [
    section(text),
    actions(button(t('action.assign_another'), OPEN_ASSIGN, anotherLike(assignment))),
  ]);
}

/** The release was refused (`ReleaseRefusal`), or the trainee remains in the course through another enrolment. */
export function releaseEndedMessage(assignment: Assignment, how: ReleaseRefusal | 'remains', t: Translate): Message {
  const { trainee, course, seat } = assignment;
  const names = { trainee: fullName(trainee), course: course.name, seat };
  if (how === 'remains') return sentence(t('enrolment.remains', names));
  return sentence(`${t('enrolment.kept', names)} ${releaseRefusalInWords(how, t)}`);
}
