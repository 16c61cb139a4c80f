import { ASSIGN_FROM_POOL, OPEN_ASSIGN, OPEN_ASSIGNED, OPEN_POOL, OPEN_SEAT } from '../src/core/entry-points';
import { feature } from '../src/feature';
import { assignSeatForm } from '../src/features/assignments/assign-form.view';
import { assignmentRefresh, queueOrdersOfSeats } from '../src/features/assignments/assignment.messages';
import { changeSeatForm } from '../src/features/assignments/change-form.view';
import { en, fr } from '../src/features/assignments/copy';
import { assignedSeatsForm } from '../src/features/assignments/lists/assigned-list.view';
import { poolSeatsForm } from '../src/features/assignments/lists/seats.view';
import {
  CONFIRM_SIGN_IN,
  OPEN_CHANGE,
  RELEASE_SEAT,
  RETRY_ENROLMENT,
} from '../src/features/assignments/seat-card.view';
import {
  releaseRefused,
  seatAssigned,
  seatCardOpened,
  seatChanged,
  seatEnrolled,
  seatEnrolmentFailed,
  seatEnrolmentRetried,
  seatGivenBack,
  seatMailFailed,
  seatReleaseAsked,
  seatReleased,
  seatSignedIn,
  seatStarted,
  traineeAdded,
} from '../src/features/assignments/seat-changes';
import { NEXT_PAGE, PREVIOUS_PAGE } from '../src/slack/paging';
import {
  assignFromPool,
  changeAssign,
  courses,
  customersToAssign,
  openAssign,
  pools,
  submitAssign,
  trainees,
} from './assign';
import { assignCommand } from './assign-command';
import { openAssigned, refresh, search, turnPage } from './assigned';
import { openPool, refreshSeats, turnSeatsPage } from './order-seats';
import { confirm, coursesForSeat, openChange, openSeat, refreshChange, release, retry, submitChange } from './seat';

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
    [OPEN_POOL]: openPool,
    [OPEN_ASSIGNED]: openAssigned,
    [OPEN_SEAT]: openSeat,
    [OPEN_CHANGE]: openChange,
    [RELEASE_SEAT]: release,
    [RETRY_ENROLMENT]: retry,
    [CONFIRM_SIGN_IN]: confirm,
  },
  inputs: {
    [assignSeatForm.id]: { customer: changeAssign, pool: changeAssign, trainee: changeAssign },
    [poolSeatsForm.id]: { [NEXT_PAGE]: turnSeatsPage, [PREVIOUS_PAGE]: turnSeatsPage },
    [assignedSeatsForm.id]: { search, [NEXT_PAGE]: turnPage, [PREVIOUS_PAGE]: turnPage },
  },
  submissions: { [assignSeatForm.id]: submitAssign, [changeSeatForm.id]: submitChange, [assignedSeatsForm.id]: search },
  refreshes: {
    [poolSeatsForm.id]: refreshSeats,
    [assignedSeatsForm.id]: refresh,
    [changeSeatForm.id]: refreshChange,
  },
  options: {
    [assignSeatForm.id]: { customer: customersToAssign, pool: pools, course: courses, trainee: trainees },
    [changeSeatForm.id]: { course: coursesForSeat },
  },
  messages: [assignmentRefresh],
  changes: [
    traineeAdded,
    seatAssigned,
    seatChanged,
    seatReleaseAsked,
    seatReleased,
    seatEnrolmentRetried,
    seatEnrolled,
    seatEnrolmentFailed,
    seatStarted,
    seatMailFailed,
    seatSignedIn,
    seatGivenBack,
    releaseRefused,
    seatCardOpened,
  ],
  on: [queueOrdersOfSeats],
});
