import type { KnownBlock, ModalView } from '@slack/types';
import { OPEN_SEAT } from '../../../core/entry-points';
import { fullName } from '../../../core/trainee';
import type { Translate } from '../../../core/words';
import { button, header, section } from '../../../slack/blocks';
import { text } from '../../../slack/field-kinds';
import { type FieldsOf, form } from '../../../slack/forms';
import { pagingBlocks } from '../../../slack/paging';
import { truncate } from '../../../slack/text';
import { enrolmentInBrief } from '../enrolment-words.view';
import { formatMark } from './list-mark';
import type { AssignedList, AssignedSeat } from './seat-lists';
import { periodInWords } from './seats.view';

export const assignedSeatsForm = form(
  'assigned_seats',
  { search: text({ optional: true, dispatch: true, most: 100 }) },
  ['customer', 'typed', 'page'],
);

declare module '../../../core/field' {
  interface Fields extends FieldsOf<typeof assignedSeatsForm> {}
}

/** A long name must not push the other seats of the page out of sight. */
const MAX_NAME = 60;

/** Assigned seats with their trainees, 20 per page. `mark` is how the page was asked for. */
export function assignedListView(list: AssignedList, mark: string, t: Translate): ModalView {
  const { customer, search, page, pages, total, isCut, seats, ends } = list;
  const summary = t(isCut ? 'assigned.more_found' : 'assigned.total', { count: total, customer: customer.name });
  const marks = {
    previous: formatMark({ page: page - 1, place: ends?.before }),
    next: formatMark({ page: page + 1, place: ends?.after }),
  };
  return assignedSeatsForm.modal(
    {
      title: t('title.assigned_seats'),
      submit: t('action.search'),
      close: t('action.back'),
      notes: { customer: customer.code, typed: search, page: mark },
    },
    [
      assignedSeatsForm.draw.search({ label: t('field.search_trainee'), initial: search }),
      ...(total > 0 ? [header(summary)] : []),
      ...(total > 0 ? seats.map((seat) => lineOf(seat, t)) : [emptyLine(search, customer.name, t)]),
      ...pagingBlocks(page, pages, t, marks),
    ],
  );
}

function lineOf({ reference, trainee, course, period, enrolment }: AssignedSeat, t: Translate): KnownBlock {
  const who = `${truncate(fullName(trainee), MAX_NAME)} · ${truncate(course.name, MAX_NAME)}`;
  const details = [reference, periodInWords(period, t), enrolmentInBrief(enrolment, t)].filter(Boolean).join(' · ');
  return section(`${who}\n${details}`, button(t('action.open'), OPEN_SEAT, reference));
}

function emptyLine(search: string, customer: string, t: Translate): KnownBlock {
  return section(search ? t('assigned.none_found', { typed: search }) : t('assigned.none', { customer }));
}
