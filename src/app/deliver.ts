import { refreshAssignment } from '../features/assignments/assignment-displays.messages';
import {
  refreshInvitation,
  showInvitation,
  tellCoordinator,
  tellDelegation,
} from '../features/coordinators/coordinator-messages.messages';
import { tellUnreachable } from '../features/coordinators/unreachable-coordinator.messages';
import { takeOverCourses } from '../features/courses/courses.messages';
import { tellBrokenChannel } from '../features/customers/broken-channel.messages';
import {
  checkChannel,
  createChannel,
  enterChannel,
  welcomeCustomer,
} from '../features/customers/customer-channel.messages';
import { convergeCourse } from '../features/enrolments/course.messages';
import { tellFailed, tellGivenBack, tellReleaseEnded } from '../features/enrolments/enrolment-messages.messages';
import { homesChanged, refreshHome } from '../features/home/home.messages';
import { sendExport } from '../features/imports/export-file.messages';
import { readImport } from '../features/imports/import-file.messages';
import { saveImport } from '../features/imports/save-import.messages';
import {
  announceOrder,
  orderChanged,
  refreshOrder,
  tellExpired,
  tellUndelivered,
  tellUsedUp,
} from '../features/orders/order-messages.messages';
import { tellLowStock } from '../features/orders/stock-messages.messages';
import { refreshBoard } from '../features/reminders/board.messages';
import { sendReminder, sendTestReminder, tellRemindersChanged } from '../features/reminders/reminder-messages.messages';
import {
  accessChanged,
  refreshAccess,
  showAccess,
  tellAccessAnswered,
} from '../features/requests/access-messages.messages';
import {
  refreshRequest,
  requestChanged,
  showRequest,
  tellAnswered,
} from '../features/requests/request-messages.messages';
import { tellRole } from '../features/roles/role-messages.messages';
import type { Outcome, Turn } from '../outbox/attempt';
import type { OutboxKind } from '../outbox/outbox';
import type { Delivery } from './delivery';

type Deliver = (turn: Turn, delivery: Delivery) => Promise<Outcome>;

/** What is done for each kind of entry. All of them say how things are now, not how they were when it was written. */
const kinds: Record<OutboxKind, Deliver> = {
  'order.changed': orderChanged,
  'order.announce': announceOrder,
  'order.refresh': refreshOrder,
  'order.undelivered': tellUndelivered,
  'order.used_up': tellUsedUp,
  'order.expired': tellExpired,
  'board.refresh': refreshBoard,
  reminder: sendReminder,
  'reminder.test': sendTestReminder,
  'reminder.changed': tellRemindersChanged,
  'stock.low': tellLowStock,
  'request.changed': requestChanged,
  'request.show': showRequest,
  'request.refresh': refreshRequest,
  'request.answered': tellAnswered,
  'channel.broken': tellBrokenChannel,
  'homes.changed': homesChanged,
  'home.refresh': refreshHome,
  'coordinator.unreachable': tellUnreachable,
  'import.read': readImport,
  'import.write': saveImport,
  'export.send': sendExport,
  'coordinator.changed': tellCoordinator,
  'invitation.show': showInvitation,
  'invitation.refresh': refreshInvitation,
  'delegation.changed': tellDelegation,
  'access.changed': accessChanged,
  'access.show': showAccess,
  'access.refresh': refreshAccess,
  'access.answered': tellAccessAnswered,
  'role.changed': tellRole,
  'channel.create': createChannel,
  'channel.enter': enterChannel,
  'channel.check': checkChannel,
  'customer.welcome': welcomeCustomer,
  'moodle.course': convergeCourse,
  'moodle.courses': takeOverCourses,
  'assignment.refresh': refreshAssignment,
  'enrolments.failed': tellFailed,
  'enrolment.given_back': tellGivenBack,
  'release.ended': tellReleaseEnded,
};

export function deliver(turn: Turn, delivery: Delivery): Promise<Outcome> {
  return kinds[turn.kind](turn, delivery);
}
