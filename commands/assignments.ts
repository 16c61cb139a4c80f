import { ASSIGN_FROM_POOL, OPEN_ASSIGN, OPEN_ASSIGNED, OPEN_SEAT } from '../src/core/entry-points';
import { feature } from '../src/feature';
import { ASSIGN_SEAT } from '../src/features/assignments/assign-form.view';
import { ASSIGNED_SEATS } from '../src/features/assignments/assigned-list.view';
import { CHANGE_SEAT } from '../src/features/assignments/change-form.view';
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
  shortcuts: { [ASSIGN_SEAT]: openAssign },
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
    [ASSIGN_SEAT]: { customer: changeAssign, pool: changeAssign, trainee: changeAssign },
    [ASSIGNED_SEATS]: { search, [NEXT_PAGE]: turnPage, [PREVIOUS_PAGE]: turnPage },
  },
  submissions: { [ASSIGN_SEAT]: submitAssign, [CHANGE_SEAT]: submitChange, [ASSIGNED_SEATS]: search },
  refreshes: { [ASSIGNED_SEATS]: refresh },
  options: {
    [ASSIGN_SEAT]: { customer: customersToAssign, pool: pools, course: courses, trainee: trainees },
    [CHANGE_SEAT]: { course: coursesForSeat },
  },
});
