import type { OutboxKind } from '../storage/outbox';
import { accessChanged, refreshAccess, showAccess, tellAccessAnswered } from './access-messages';
import { refreshAssignment } from './assignment-displays';
import type { Outcome, Turn } from './attempt';
import { refreshBoard } from './board';
import { tellBrokenChannel } from './broken-channel';
import { refreshInvitation, showInvitation, tellCoordinator, tellDelegation } from './coordinator-messages';
import { checkChannel, createChannel, enterChannel, welcomeCustomer } from './customer-channel';
import type { Delivery } from './delivery';
import { tellFailed, tellGivenBack, tellReleaseEnded } from './enrolment-messages';
import { sendExport } from './export-file';
import { homesChanged, refreshHome } from './home';
import { readImport } from './import-file';
import { convergeCourse } from './moodle/course';
import { takeOverCourses } from './moodle/courses';
import { announceOrder, orderChanged, refreshOrder, tellExpired, tellUndelivered, tellUsedUp } from './order-messages';
import { sendReminder, sendTestReminder, tellRemindersChanged } from './reminder-messages';
import { refreshRequest, requestChanged, showRequest, tellAnswered } from './request-messages';
import { tellRole } from './role-messages';
import { saveImport } from './save-import';
import { tellLowStock } from './stock-messages';
import { tellUnreachable } from './unreachable-coordinator';

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
