import type { Routes } from '../src/context';
import {
  ASK_FOR_SEATS,
  ASSIGN_FROM_POOL,
  ASSIGN_SEAT,
  CANCEL_ORDER,
  DECLINE_REQUEST,
  GENERATE_SEATS,
  HOME_PAGE,
  LIST_SEATS,
  NEXT_PAGE,
  OPEN_ASSIGN,
  OPEN_GENERATE,
  OPEN_LIST,
  OPEN_POOL,
  OPEN_REMINDERS,
  OPEN_SNOOZE,
  POOL_SEATS,
  PREVIOUS_PAGE,
  REMIND_WEEKLY,
  REMINDER_SETTINGS,
  RESUME_REMINDERS,
  SNOOZE_REMINDERS,
  TEST_REMINDER,
} from '../src/slack/views/ids';
import * as ask from './ask';
import * as assign from './assign';
import * as cancel from './cancel';
import * as generate from './generate';
import * as help from './help';
import * as home from './home';
import * as list from './list';
import * as reminders from './reminders';

/** Everything people can do in Slack, in one place. */
export const routes: Routes = {
  commands: {
    generate: generate.openGenerate,
    list: list.openList,
    assign: assign.assignCommand,
    ask: ask.openAsk,
    reminders: reminders.openReminders,
    help: help.help,
    '': help.help,
  },
  unknown: help.unknown,
  shortcuts: {
    [GENERATE_SEATS]: generate.openGenerate,
    [LIST_SEATS]: list.openList,
    [ASSIGN_SEAT]: assign.openAssign,
  },
  actions: {
    [OPEN_GENERATE]: generate.openGenerate,
    [OPEN_LIST]: list.openList,
    [OPEN_ASSIGN]: assign.openAssign,
    [ASSIGN_FROM_POOL]: assign.assignFromPool,
    [OPEN_POOL]: list.openPool,
    [NEXT_PAGE]: list.turnPage,
    [PREVIOUS_PAGE]: list.turnPage,
    [CANCEL_ORDER]: cancel.openCancel,
    [OPEN_REMINDERS]: reminders.openReminders,
    [REMIND_WEEKLY]: reminders.weekly,
    [OPEN_SNOOZE]: reminders.openSnooze,
    [RESUME_REMINDERS]: reminders.resume,
    [TEST_REMINDER]: reminders.test,
    [ASK_FOR_SEATS]: ask.openAsk,
    [DECLINE_REQUEST]: ask.openDecline,
    [HOME_PAGE]: home.home,
    [`${HOME_PAGE}_next`]: home.home,
  },
  changes: {
    [GENERATE_SEATS]: { product: generate.chooseProduct },
    [LIST_SEATS]: { customer: list.changeFilter, filter_product: list.changeFilter, filter_course: list.changeFilter },
    [ASSIGN_SEAT]: { customer: assign.changeAssign, pool: assign.changeAssign, trainee: assign.changeAssign },
    [REMINDER_SETTINGS]: { customer: reminders.chooseCustomer },
    [ASK_FOR_SEATS]: { customer: ask.chooseCustomer },
  },
  submissions: {
    [GENERATE_SEATS]: generate.submitGenerate,
    [LIST_SEATS]: list.changeFilter,
    [ASSIGN_SEAT]: assign.submitAssign,
    [CANCEL_ORDER]: cancel.submitCancel,
    [REMINDER_SETTINGS]: reminders.submitReminders,
    [SNOOZE_REMINDERS]: reminders.submitSnooze,
    [ASK_FOR_SEATS]: ask.submitAsk,
    [DECLINE_REQUEST]: ask.submitDecline,
  },
  refreshes: { [LIST_SEATS]: list.refresh, [POOL_SEATS]: list.refresh, [REMINDER_SETTINGS]: reminders.refresh },
  options: {
    [GENERATE_SEATS]: { customer: generate.customersToSellTo, product: generate.productsToSell },
    [LIST_SEATS]: {
      customer: list.customersToList,
      filter_product: list.productsToFilter,
      filter_course: list.coursesToFilter,
    },
    [ASSIGN_SEAT]: {
      customer: assign.customersToAssign,
      pool: assign.pools,
      course: assign.courses,
      trainee: assign.trainees,
    },
    [REMINDER_SETTINGS]: {
      customer: reminders.customersToRemind,
      timezone: reminders.timezones,
      country: reminders.countries,
    },
    [ASK_FOR_SEATS]: { customer: ask.customersToAskFor, product: ask.products },
  },
  home: home.home,
};
