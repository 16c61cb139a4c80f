import type { Person } from '../../domain/person';
import type { Assignment } from '../../domain/seat';
import { actions, button, type Message, message } from '../blocks';
import type { Translate } from '../translate';
import { OPEN_SEAT } from './ids';
import { type AboutMoodle, doneInWords, nextButtons, seatBlocks } from './seat-card';

/** The answer to an assignment that was made in one line. */
export function assignedMessage(assignment: Assignment, about: AboutMoodle & { by: Person }, t: Translate): Message {
  return message(doneInWords(assignment, t), [
    ...seatBlocks(assignment, about, t),
    actions(...nextButtons(assignment, t), button(t('action.open'), OPEN_SEAT, assignment.seat)),
  ]);
}
