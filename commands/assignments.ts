import { ASSIGN_FROM_POOL, OPEN_ASSIGN, OPEN_ASSIGNED, OPEN_SEAT } from '../src/core/entry-points';
import { feature } from '../src/feature';
import { assignSeatForm } from '../src/features/assignments/assign-form.view';
import { assignedSeatsForm } from '../src/features/assignments/assigned-list.view';
import { changeSeatForm } from '../src/features/assignments/change-form.view';
import { en, fr } from '../src/features/assignments/copy';
import { OPEN_CHANGE, RELEASE_SEAT, RETRY_ENROLMENT } from '../src/features/assignments/seat-card.view';
import { NEXT_PAGE, PREVIOUS_PAGE } from '../src/slack/paging';
import {
  assignCommand,
  assignFromPool,
  changeAssign,
  courses,
  customersToAssign,
  openAssign,
  pools,
  submitAssign,
  trainees,
} from './assign';
import { openAssigned, refresh, search, turnPage } from './assigned';
import { coursesForSeat, openChange, openSeat, release, retry, submitChange } from './seat';

export const assignments = feature({
  name: 'assignments',
  copy: { en, fr },
  commands: {
    assign: { run: assignCommand, help: { position: 30, lines: () => ['help.assign', 'help.assign_line'] } },
  },
  shortcuts: { [assignSeatForm.id]: openAssign },
  actions: {
    [OPEN_ASSIGN]: openAssign,
    [ASSIGN_FROM_POOL]: assignFromPool,
    [OPEN_ASSIGNED]: openAssigned,
    [OPEN_SEAT]: openSeat,
    [OPEN_CHANGE]: openChange,
    [RELEASE_SEAT]: release,
    [RETRY_ENROLMENT]: retry,
  },
  inputs: {
    [assignSeatForm.id]: { customer: changeAssign, pool: changeAssign, trainee: changeAssign },
    [assignedSeatsForm.id]: { search, [NEXT_PAGE]: turnPage, [PREVIOUS_PAGE]: turnPage },
  },
  submissions: { [assignSeatForm.id]: submitAssign, [changeSeatForm.id]: submitChange, [assignedSeatsForm.id]: search },
  refreshes: { [assignedSeatsForm.id]: refresh },
  options: {
    [assignSeatForm.id]: { customer: customersToAssign, pool: pools, course: courses, trainee: trainees },
    [changeSeatForm.id]: { course: coursesForSeat },
  },
});
