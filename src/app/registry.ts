import type { Subscription } from '../database/changes';
import { assignmentRefresh, followSeats, showSettled } from '../features/assignments/assignment.messages';
import {
  coordinatorNotice,
  delegationNotice,
  invitationNotice,
  invitationRefresh,
  refreshAnsweredInvitation,
  showNewInvitation,
  tellCoordinators,
  tellDelegates,
  tellRemoved,
} from '../features/coordinators/coordinator.messages';
import { reportUnreachable, unreachableCoordinator } from '../features/coordinators/unreachable-coordinator.messages';
import { syncCourseList } from '../features/courses/course-list.messages';
import { askForNewCourse } from '../features/courses/refresh-courses';
import { brokenChannel } from '../features/customers/broken-channel.messages';
import {
  checkChannel,
  createChannel,
  enterChannel,
  setUpChannels,
} from '../features/customers/customer-channel.messages';
import { noticeReached, reportBroken } from '../features/customers/report-channel';
import { welcomeCustomer } from '../features/customers/welcome.messages';
import { convergeCourse } from '../features/enrolments/course.messages';
import { enrolmentsFailed, releaseEnded, seatWasGivenBack } from '../features/enrolments/enrolment.messages';
import { convergeGone, convergeOpened, convergeSeats, welcomeInSupport } from '../features/enrolments/queue-course';
import { homeRefresh } from '../features/home/home.messages';
import { homesChanged } from '../features/home/home-changed.messages';
import * as home from '../features/home/home-reactions';
import { exportFile } from '../features/imports/export-file.messages';
import { importPreview } from '../features/imports/import-file.messages';
import { importSave } from '../features/imports/save-import.messages';
import {
  announceNewOrder,
  orderAnnouncement,
  orderExpired,
  orderRefresh,
  orderUndelivered,
  orderUsedUp,
  refreshOffers,
} from '../features/orders/order.messages';
import { followCancelled, orderChanged } from '../features/orders/order-changed.messages';
import { lowStock } from '../features/orders/stock.messages';
import {
  boardMessageRefresh,
  refreshBoardOfCustomer,
  refreshBoardOfReminders,
  refreshBoardOfSeats,
} from '../features/reminders/board.messages';
import { reminder, remindersNotice, reminderTest, tellOfReminders } from '../features/reminders/reminder.messages';
import {
  accessRequestAnswer,
  accessRequestChanged,
  accessRequestNotice,
  accessRequestRefresh,
  followAccessRequest,
} from '../features/requests/access-request.messages';
import {
  answerWithOrder,
  followSeatRequest,
  seatRequestAnswer,
  seatRequestChanged,
  seatRequestNotice,
  seatRequestRefresh,
} from '../features/requests/seat-request.messages';
import { roleNotice, tellOfRole } from '../features/roles/role.messages';
import { messagesByKind } from '../outbox/message';

export const messages = messagesByKind([
  syncCourseList,
  brokenChannel,
  createChannel,
  enterChannel,
  checkChannel,
  welcomeCustomer,
  orderAnnouncement,
  orderRefresh,
  orderUndelivered,
  orderUsedUp,
  orderExpired,
  orderChanged,
  lowStock,
  coordinatorNotice,
  invitationNotice,
  invitationRefresh,
  delegationNotice,
  unreachableCoordinator,
  assignmentRefresh,
  seatRequestChanged,
  seatRequestNotice,
  seatRequestRefresh,
  seatRequestAnswer,
  accessRequestChanged,
  accessRequestNotice,
  accessRequestRefresh,
  accessRequestAnswer,
  boardMessageRefresh,
  reminder,
  reminderTest,
  remindersNotice,
  convergeCourse,
  enrolmentsFailed,
  seatWasGivenBack,
  releaseEnded,
  importPreview,
  importSave,
  exportFile,
  roleNotice,
  homesChanged,
  homeRefresh,
]);

export const subscriptions: readonly Subscription[] = [
  askForNewCourse,
  setUpChannels,
  noticeReached,
  reportBroken,
  announceNewOrder,
  refreshOffers,
  followCancelled,
  tellCoordinators,
  tellRemoved,
  showNewInvitation,
  refreshAnsweredInvitation,
  tellDelegates,
  reportUnreachable,
  followSeats,
  answerWithOrder,
  followSeatRequest,
  followAccessRequest,
  tellOfReminders,
  refreshBoardOfSeats,
  refreshBoardOfCustomer,
  refreshBoardOfReminders,
  convergeSeats,
  convergeOpened,
  convergeGone,
  welcomeInSupport,
  showSettled,
  tellOfRole,
  ...Object.values(home),
];
