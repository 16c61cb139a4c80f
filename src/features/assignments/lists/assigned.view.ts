import { OPEN_SEAT } from '../../../core/entry-points';
import type { Person } from '../../../core/person';
import type { Translate } from '../../../core/words';
import { actions, button, type Message, message } from '../../../slack/blocks';
import type { Assignment } from '../assignment';
import { type AboutMoodle, doneInWords, nextButtons, seatBlocks } from '../seat-card.view';

/** Answers a one-line assignment. */
export function assignedMessage(assignment: Assignment, about: AboutMoodle & { by: Person }, t: Translate): Message {
  return message(doneInWords(assignment, t), [
    ...seatBlocks(assignment, about, t),
    actions(...nextButtons(assignment, t), button(t('action.open'), OPEN_SEAT, assignment.seat)),
  ]);
}
