import type { ModalView } from '@slack/types';
import { context, modal, section } from '../../slack/blocks';
import { dateInput, searchInput } from '../../slack/inputs';
import type { Translate } from '../../slack/translate';
import type { Assignment } from '../orders/seat';
import { courseOption } from './assign-form.view';
import { isMovable } from './enrolment';
import { fullName } from './trainee';

export const CHANGE_SEAT = 'change_seat';

/** Other days; another course while Moodle has not enrolled the trainee in the first. */
export function changeForm(assignment: Assignment, below: string | undefined, t: Translate): ModalView {
  const { seat, trainee, course, period, enrolment } = assignment;
  const choosesCourse = !enrolment || isMovable(enrolment);
  return modal(
    {
      id: CHANGE_SEAT,
      title: t('title.change_seat'),
      submit: t('action.save'),
      close: t(below ? 'action.back' : 'action.close'),
      metadata: { seat, below },
    },
    [
      section(t('change.who', { trainee: fullName(trainee), course: course.name, seat })),
      choosesCourse
        ? searchInput(
            'course',
            { label: t('field.course'), placeholder: t('placeholder.search') },
            courseOption(course),
          )
        : context(t('change.settled')),
      dateInput('start_date', { label: t('field.start_date'), initial: period.start }),
      dateInput('end_date', {
        label: t('field.end_date'),
        hint: t('field.end_date.hint'),
        optional: true,
        initial: period.end,
      }),
      enrolment?.enrolledAt ? context(t('change.mail')) : undefined,
    ],
  );
}
