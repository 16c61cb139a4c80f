import type { ModalView } from '@slack/types';
import { fullName } from '../../core/trainee';
import type { Translate } from '../../core/words';
import { context, section } from '../../slack/blocks';
import { date, search } from '../../slack/field-kinds';
import { type FieldsOf, form } from '../../slack/forms';
import { courseOption } from './assign-form.view';
import { type Assignment, assignmentVersion } from './assignment';
import { isMovable } from './enrolment';

export const changeSeatForm = form(
  'change_seat',
  { course: search(), start_date: date(), end_date: date({ optional: true }) },
  ['assignment', 'version', 'below'],
);

declare module '../../core/field' {
  interface Fields extends FieldsOf<typeof changeSeatForm> {}
}

/** Changes the period. Offers another course only while the enrolment can still move. */
export function changeSeatView(assignment: Assignment, below: string | undefined, t: Translate): ModalView {
  const { id, seat, trainee, course, period, enrolment } = assignment;
  const choosesCourse = !enrolment || isMovable(enrolment);
  const { draw } = changeSeatForm;
  return changeSeatForm.modal(
    {
      title: t('title.change_seat'),
      submit: t('action.save'),
      close: t(below ? 'action.back' : 'action.close'),
      notes: { assignment: String(id), version: assignmentVersion(assignment), below },
    },
    [
      section(t('change.who', { trainee: fullName(trainee), course: course.name, seat })),
      choosesCourse
        ? draw.course({
            label: t('field.course'),
            placeholder: t('placeholder.search'),
            chosen: courseOption(course),
          })
        : context(t('change.settled')),
      draw.start_date({ label: t('field.start_date'), initial: period.start }),
      draw.end_date({ label: t('field.end_date'), hint: t('field.end_date.hint'), initial: period.end }),
      enrolment?.enrolledAt ? context(t('change.mail')) : undefined,
    ],
  );
}
