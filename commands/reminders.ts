import { OPEN_REMINDERS } from '../src/core/entry-points';
import { feature } from '../src/feature';
import {
  boardMessageRefresh,
  refreshBoardOfCustomer,
  refreshBoardOfReminders,
  refreshBoardOfSeats,
} from '../src/features/reminders/board.messages';
import { boardPin } from '../src/features/reminders/board-pin.messages';
import { en, fr } from '../src/features/reminders/copy';
import { refreshBoards } from '../src/features/reminders/refresh-boards';
import { forgetOldReminders, remindOfDue } from '../src/features/reminders/remind-of-due';
import {
  notifyOfReminders,
  passThresholds,
  reminder,
  remindersNotice,
  reminderTest,
} from '../src/features/reminders/reminder.messages';
import { REMIND_WEEKLY } from '../src/features/reminders/reminder.view';
import { remindersChanged, remindersDecided, remindersSnoozed } from '../src/features/reminders/reminder-changes';
import {
  RESUME_REMINDERS,
  reminderSettingsForm,
  TEST_REMINDER,
} from '../src/features/reminders/reminder-settings.view';
import { OPEN_SNOOZE, snoozeRemindersForm } from '../src/features/reminders/snooze.view';
import { reportUnreachable, unreachableCoordinator } from '../src/features/reminders/unreachable-coordinator.messages';
import {
  chooseCustomer,
  countries,
  customersToRemind,
  openReminders,
  openSnooze,
  refresh,
  refreshSnooze,
  resume,
  submitReminders,
  submitSnooze,
  test,
  timezones,
  weekly,
} from './reminder-settings';

export const reminders = feature({
  name: 'reminders',
  copy: { en, fr },
  commands: { reminders: { run: openReminders, help: { position: 50, lines: () => ['help.reminders'] } } },
  actions: {
    [OPEN_REMINDERS]: openReminders,
    [REMIND_WEEKLY]: weekly,
    [OPEN_SNOOZE]: openSnooze,
    [RESUME_REMINDERS]: resume,
    [TEST_REMINDER]: test,
  },
  inputs: { [reminderSettingsForm.id]: { customer: chooseCustomer } },
  submissions: { [reminderSettingsForm.id]: submitReminders, [snoozeRemindersForm.id]: submitSnooze },
  refreshes: { [reminderSettingsForm.id]: refresh, [snoozeRemindersForm.id]: refreshSnooze },
  options: { [reminderSettingsForm.id]: { customer: customersToRemind, timezone: timezones, country: countries } },
  messages: [boardMessageRefresh, boardPin, reminder, reminderTest, remindersNotice, unreachableCoordinator],
  changes: [remindersChanged, remindersSnoozed, remindersDecided],
  on: [
    reportUnreachable,
    passThresholds,
    notifyOfReminders,
    refreshBoardOfSeats,
    refreshBoardOfCustomer,
    refreshBoardOfReminders,
  ],
  every: [
    { name: 'reminders', seconds: 15, run: remindOfDue },
    { name: 'boards', seconds: 60, run: ({ db, now }) => refreshBoards(db, now()) },
    { name: 'old reminders', seconds: 3_600, deletes: true, run: forgetOldReminders },
  ],
});
